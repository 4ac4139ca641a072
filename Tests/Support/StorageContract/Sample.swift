public import FeatureModel

/// The feature sets, rows and times that clauses are checked with.
public enum Sample {
    /// The job that writes.
    public static let jobID: JobID = "contract-to-store-1"
    /// The ingestion that rows came with.
    public static let ingestionID: IngestionID = "contract"
    /// An ordinary time, 2013-01-01T12:00:00Z.
    public static let noon = Timestamp(seconds: 1_357_041_600)
    /// When a source accepted rows, unless said otherwise.
    public static let accepted = Timestamp(seconds: 1_400_000_000)
    /// An ordinary set: sensor → count, label.
    public static let readings = featureSet(
        "readings", entities: [Entity(name: "sensor", type: .int64)],
        features: [Feature(name: "count", type: .int64), Feature(name: "label", type: .string)])

    /// Makes a feature set.
    public static func featureSet(
        _ name: String, project: ProjectName = "contract", entities: [Entity], features: [Feature],
        maxAgeSeconds: Int64? = nil
    ) -> FeatureSet {
        FeatureSet(
            reference: FeatureSetReference(project: project, name: name), entities: entities, features: features,
            maxAgeSeconds: maxAgeSeconds)
    }

    /// Makes a feature set with the parts of ``readings`` under another name.
    public static func readings(_ name: String, project: ProjectName = "contract") -> FeatureSet {
        featureSet(name, project: project, entities: readings.entities, features: readings.features)
    }

    /// The key of a sensor.
    public static func sensor(_ number: Int64) -> EntityKey { EntityKey([.int64(number)]) }

    /// A row of ``readings``.
    public static func reading(
        _ sensor: Int64, count: Int64?, label: String? = nil, at time: Timestamp = noon,
        created: Timestamp = accepted, offset: Int64 = 0, partition: Int32 = 0
    ) -> ValidatedRow {
        row(
            Sample.sensor(sensor), [count.map(FeatureValue.int64), label.map(FeatureValue.string)], at: time,
            created: created, offset: offset, partition: partition)
    }

    /// What ``reading(_:count:label:at:created:offset:partition:)`` holds.
    public static func values(count: Int64?, label: String? = nil) -> [FeatureValue?] {
        [count.map(FeatureValue.int64), label.map(FeatureValue.string)]
    }

    /// A row of any set.
    public static func row(
        _ key: EntityKey, _ features: [FeatureValue?], at time: Timestamp = noon, created: Timestamp = accepted,
        offset: Int64 = 0, partition: Int32 = 0
    ) -> ValidatedRow {
        ValidatedRow(
            key: key, features: features, eventTimestamp: time, createdTimestamp: created, ingestionID: ingestionID,
            position: SourcePosition(partition: partition, offset: offset))
    }
}

extension Timestamp {
    /// The instant some time later, or earlier where negative.
    public func adding(seconds: Int64 = 0, nanoseconds: Int32 = 0) -> Timestamp {
        Timestamp(seconds: self.seconds + seconds, nanoseconds: self.nanoseconds + nanoseconds)
    }
}
