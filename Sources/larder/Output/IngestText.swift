import FeatureModel
import Operations

/// The summary of an ingestion as a person reads it.
enum IngestText {
    static func write(_ result: IngestResult) -> String {
        let rate = result.seconds > 0 ? Int((Double(result.rowsProduced) / result.seconds).rounded()) : 0
        var facts: [(name: String, value: String)] = [
            ("ingestion", result.ingestionID.rawValue), ("feature set", result.featureSet.description),
            ("rows read", "\(result.rowsRead)"), ("rows produced", "\(result.rowsProduced)"),
            ("rows bad", "\(result.rowsBad)"),
        ]
        facts += result.stores.map { store in
            ("store \(store.name)", "\(store.written) written, \(store.failed) failed, \(store.ignored) ignored")
        }
        facts.append(("took", "\((result.seconds * 10).rounded() / 10) s, \(rate) rows/s"))
        return FactLines.write(facts)
    }
}
