import ArgumentParser
import FeatureModel
import Operations

/// Which dead letters are meant.
struct DeadLetterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only this reason.", valueName: "words"))
    var reason: String?

    @Option(help: ArgumentHelp("Only this feature set: project/name.", valueName: "set"))
    var featureSet: String?

    @Option(help: ArgumentHelp("Only those meant for this store.", valueName: "name"))
    var store: String?

    @Option(help: ArgumentHelp("Only those of this job.", valueName: "id"))
    var job: String?

    @Option(help: ArgumentHelp("Only those set aside since then (RFC 3339).", valueName: "time"))
    var since: String?

    /// The query that the options say.
    func query(ids: [String] = [], in session: Session) throws(OperationError) -> DeadLetterQuery {
        var wanted: DeadLetterReason?
        if let reason {
            guard let match = DeadLetterReason(rawValue: reason) else {
                throw OperationError(
                    .invalid, "there is no reason \"\(reason)\"", target: reason,
                    hint: "there are \(DeadLetterReason.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            wanted = match
        }
        var set: FeatureSetReference?
        if let featureSet { set = try session.featureSet(featureSet) }
        return DeadLetterQuery(
            reason: wanted, featureSet: set, store: store.map { StoreName($0) }, job: job.map { JobID($0) },
            since: try TimeText.parse(since, option: "--since"),
            ids: ids.isEmpty ? nil : Set(ids.map { DeadLetterID($0) }))
    }

    /// True when the options narrow nothing.
    var isEmpty: Bool { reason == nil && featureSet == nil && store == nil && job == nil && since == nil }
}
