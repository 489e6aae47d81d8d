/// What the tool says about itself.
enum Help {
    static let text = """
        Invites a guest into a Microsoft Entra tenant through Microsoft Graph, resets a guest's redemption, and looks
        after the guests who are there.

        usage: invite-guest EMAIL --redirect-url URL [options]
               invite-guest reset --user-id ID EMAIL --redirect-url URL [options]
               invite-guest list [--pending] [--domain DOMAIN] [--search TEXT] [--filter TEXT [--advanced]]
                                 [--deleted]
               invite-guest show USER [--deleted]
               invite-guest sponsors USER [--add ID] [--add-group ID] [--remove ID]
               invite-guest wait USER [--timeout SECONDS] [--accepted]
               invite-guest remove USER [--yes]
               invite-guest restore ID
               invite-guest record FILE ...    any of the above as a live run that is recorded in a file
               invite-guest contract FILE...   what in recorded answers differs from what is expected
               invite-guest convert FILE --to fixture|har|dev-proxy [--output FILE] [--placeholder VALUE=TEXT]

        USER is the object id or the user principal name, ID the object id.

        Without --live nothing is sent, and the answer is a recorded one. There are answers for:
          invite-guest admin@fabrikam.com --redirect-url https://myapp.contoso.com
          invite-guest admin@fabrikam.com --redirect-url https://myapp.contoso.com --user-type member
          invite-guest reset --user-id 264e6d50-eaec-461e-b187-873b1bcf855f AdeleV@fabrikam.com
            --redirect-url https://myapp.contoso.com
          invite-guest list
          invite-guest list --deleted
          invite-guest list --pending
          invite-guest show 264e6d50-eaec-461e-b187-873b1bcf855f
          invite-guest sponsors 264e6d50-eaec-461e-b187-873b1bcf855f
          invite-guest wait 264e6d50-eaec-461e-b187-873b1bcf855f
          invite-guest remove 264e6d50-eaec-461e-b187-873b1bcf855f --yes
          invite-guest restore 264e6d50-eaec-461e-b187-873b1bcf855f

        the invitation
          --redirect-url URL    where the guest goes after accepting (required)
          --display-name NAME   the name to show for the guest
          --user-type TYPE      guest, or member, which takes an administrator
          --sponsor ID          object id of a user or group who answers for the guest; up to five times
          --send-message        have Graph mail the invitation
          --message TEXT        a plain text of your own in the mail
          --language TAG        the language of the standard mail, such as de-DE
          --cc ADDRESS          who gets a copy of the mail
          --cc-name NAME        the name to show for that person

        the reset
          --user-id ID          the object id of the guest (required)
          also --redirect-url, --send-message, --message, --language, --cc, --cc-name

        the users
          --pending             guests who have not accepted
          --domain DOMAIN       guests whose mail is of a domain, such as fabrikam.com
          --search TEXT         users of whom a property holds a word, such as displayName:wa
          --filter TEXT         users by a filter of Graph's own words, in place of all guests
          --advanced            that filter is one of Graph's advanced queries, such as endsWith(mail,'@fabrikam.com')
          --deleted             users who were removed in the last 30 days
          --add ID              have a user answer for the guest; any number of times, five in all
          --add-group ID        have a group answer for the guest
          --remove ID           have a user or group no longer answer for the guest; their own account stays
          --timeout SECONDS     how long to wait until the directory knows the user (300)
          --accepted            go on waiting until the guest has accepted
          --yes                 remove without asking

        the run
          --live                call Microsoft Graph as the app of AZURE_TENANT_ID, AZURE_CLIENT_ID,
                                AZURE_CLIENT_SECRET
          --record FILE         also write what is sent and answered to a file, with placeholders for what is yours
          --placeholder VALUE=TEXT  what is to stand for a value there, such as a person's name; any number of times
          --replay FILE         play a recording, a fixture or mocks of Dev Proxy; several play one after the other
          --cloud NAME          global (default), usGovernment, usGovernmentDoD or china
          --dry-run             print the request, as JSON and as a curl command, and stop
          --json                print JSON alone
          --show-redeem-url     print the redeem URL, a secret, in place of a placeholder
          --help                print this

        exit codes: 0 done; 1 refused by Graph, the sign-in service or whoever was asked, or a contract that is broken;
                    2 wrong usage, or a file that cannot be read or written; 3 not reached, or reached without telling
                    what came of it: look the guest up before repeating
        """
}
