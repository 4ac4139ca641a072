import ConsoleKit
import FeatureModel
import Operations

/// What happens on the way of deleting stores.
enum StoreDeletionMessage: Sendable {
    case asked([StoreName])
    case targetsRead(Result<[StoreSummary], Problem>)
    case confirmed([StoreName])
    case carriedOut([OrderOutcome])
}
