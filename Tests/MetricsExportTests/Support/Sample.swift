import FeatureModel
import Ingestion
import StorageAPI

/// A job and rows of it, for the tests.
enum Sample {
    static let identity = IngestionIdentity(job: "local-to-online-1", store: "online", source: .local)
    static let now = Timestamp(seconds: 1_000)

    static let weather = FeatureSet(
        reference: FeatureSetReference(project: "nyc", name: "weather"),
        entities: [Entity(name: "origin", type: .string)],
        features: [Feature(name: "temp", type: .double), Feature(name: "note", type: .string)])

    /// Rows whose events lie so many seconds back.
    static func batch(_ rows: [(temp: Double?, secondsBack: Int64)]) -> RowBatch {
        RowBatch(
            featureSet: weather,
            rows: rows.enumerated().map { index, row in
                ValidatedRow(
                    key: EntityKey([.string("JFK")]), features: [row.temp.map(FeatureValue.double), nil],
                    eventTimestamp: Timestamp(seconds: now.seconds - row.secondsBack), createdTimestamp: now,
                    ingestionID: "i", position: SourcePosition(partition: 0, offset: Int64(index)))
            }, jobID: identity.job)
    }

    static func letter(
        _ transform: String = "write", _ reason: DeadLetterReason = .rejected,
        of featureSet: FeatureSetReference? = weather.reference
    ) -> DeadLetter {
        DeadLetter(
            id: "l", at: now, featureSet: featureSet, store: "online", job: identity.job, transform: transform,
            reason: reason, message: "no", payload: [], position: nil)
    }

    /// What a window has seen of these rows and letters.
    static func measures(_ rows: [(temp: Double?, secondsBack: Int64)], letters: [DeadLetter] = [])
        -> [FeatureSetMeasures]
    {
        let window = MeasureWindow(detail: .values)
        if !rows.isEmpty { window.wrote(batch(rows), at: now) }
        window.setAside(letters)
        return window.drain()
    }
}
