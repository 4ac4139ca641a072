public import FeatureModel

/// What a worker process is for.
public enum WorkerTask: Sendable, Hashable {
    /// To run an ingestion job.
    case job(JobID)
    /// To run a historical export.
    case export(ExportID)

    /// The arguments behind `larder worker`.
    public var arguments: [String] {
        switch self {
        case .job(let id): ["--job", id.rawValue]
        case .export(let id): ["--export", id.rawValue]
        }
    }

    /// The id, as the name of the worker's log.
    public var name: String {
        switch self {
        case .job(let id): id.rawValue
        case .export(let id): id.rawValue
        }
    }
}
