import ConsoleKit
import FeatureModel
import Operations

/// What happens on the way of an order to jobs.
enum JobOrderMessage: Sendable {
    case asked(JobOrder, [JobID])
    case targetsRead(JobOrder, Result<[JobSummary], Problem>)
    case confirmed(JobOrder, [JobID])
    case carriedOut(JobOrder, Result<[OrderOutcome], Problem>)
}
