import GraphInvitations
import GraphInvitationsMocks

/// What the tool tells the shell.
enum ExitCode: Int32 {
    case success = 0
    case refused = 1
    case usage = 2
    case unreachable = 3

    /// The code for a failed call.
    init(_ error: GraphError) {
        switch error.code {
        case .invalidRequest, .noRecordedAnswer, .malformedFixture: self = .usage
        case .transport, .timedOut, .cancelled, .outcomeUnknown, .serviceUnavailable, .malformedResponse:
            self = .unreachable
        default: self = .refused
        }
    }
}
