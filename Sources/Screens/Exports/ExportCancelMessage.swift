import ConsoleKit
import FeatureModel
import Operations

/// What happens on the way of cancelling exports.
enum ExportCancelMessage: Sendable {
    case asked([ExportID])
    case targetsRead(Result<[Export], Problem>)
    case confirmed([ExportID])
    case carriedOut(Result<[OrderOutcome], Problem>)
}
