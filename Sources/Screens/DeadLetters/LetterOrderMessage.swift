import ConsoleKit
import FeatureModel
import Operations

/// What happens on the way of replaying or discarding dead letters.
enum LetterOrderMessage: Sendable {
    case replayAsked([DeadLetterQuery])
    /// What a replay would do with each letter.
    case triedOut([DeadLetterQuery], Result<[OrderOutcome], Problem>)
    /// The most rows per second, as it was typed; empty for no limit.
    case paceGiven([DeadLetterQuery], [OrderOutcome], String)
    case replayConfirmed([DeadLetterQuery], ReplayMode)
    case replayed(Result<[OrderOutcome], Problem>)
    case discardAsked([DeadLetterQuery])
    /// How many letters there are to discard.
    case counted([DeadLetterQuery], Result<Int64, Problem>)
    case discardConfirmed([DeadLetterQuery], count: Int64)
    case discarded(Result<Int64, Problem>)

    /// True for the messages after which the letters are not what they were.
    var isEnd: Bool {
        switch self {
        case .replayed, .discarded: true
        default: false
        }
    }
}
