"""Creates invitations with Microsoft's Python SDK; prints microseconds of CPU a call, and calls a second."""

import asyncio
import resource
import sys
import time

from kiota_abstractions.authentication import AnonymousAuthenticationProvider
from msgraph import GraphServiceClient
from msgraph.generated.models.invitation import Invitation
from msgraph.graph_request_adapter import GraphRequestAdapter


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


async def main(root, tasks, calls):
    adapter = GraphRequestAdapter(AnonymousAuthenticationProvider())
    adapter.base_url = root + "/v1.0"
    client = GraphServiceClient(request_adapter=adapter)

    async def work(count):
        for _ in range(count):
            invitation = await client.invitations.post(
                Invitation(
                    invited_user_email_address="admin@fabrikam.com",
                    invite_redirect_url="https://myapp.contoso.com",
                )
            )
            assert invitation.status == "PendingAcceptance"

    await work(20)
    used, start = cpu(), time.monotonic()
    await asyncio.gather(*(work(calls // tasks) for _ in range(tasks)))
    elapsed = time.monotonic() - start
    print((cpu() - used) / calls * 1e6, calls / elapsed)


asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
