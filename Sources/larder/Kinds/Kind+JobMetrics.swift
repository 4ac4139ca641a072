import FeatureModel

extension Kind where Thing == IdentifiedMetrics {
    /// How a job has been doing (`jobs metrics`).
    static var jobMetrics: Kind {
        Kind(
            name: "JobMetrics", nameField: "job",
            fields: [
                .text("job") { $0.job.rawValue },
                .field("samples", .list(.object(sampleShape))) { .list($0.metrics.samples.map(sample)) },
                .field("featureSets", .list(.object(setShape))) { .list($0.metrics.featureSets.map(set)) },
                .field("partitions", .list(.object(partitionShape))) { .list($0.metrics.partitions.map(partition)) },
            ])
    }

    private static var sampleShape: [FieldShape] {
        [FieldShape("at", .time)]
            + ["rowsRead", "rowsWritten", "rowsFailed", "rowsIgnored"].map { FieldShape($0, .integer) }
            + ["lagRows", "eventLag50Ms", "eventLag99Ms"].map { FieldShape($0, .optional(.integer)) }
    }

    private static func sample(_ sample: JobSample) -> OutputValue {
        .object([
            OutputField("at", .string(sample.at.description)),
            OutputField("rowsRead", .integer(sample.counters.rowsRead)),
            OutputField("rowsWritten", .integer(sample.counters.rowsWritten)),
            OutputField("rowsFailed", .integer(sample.counters.rowsFailed)),
            OutputField("rowsIgnored", .integer(sample.counters.rowsIgnored)),
            OutputField("lagRows", .optional(sample.lagRows)),
            OutputField("eventLag50Ms", .optional(sample.eventLag50)),
            OutputField("eventLag99Ms", .optional(sample.eventLag99)),
        ])
    }

    private static var setShape: [FieldShape] {
        [
            FieldShape("featureSet", .text), FieldShape("at", .time), FieldShape("totalRows", .integer),
            FieldShape("rowsPerSecond", .number), FieldShape("eventLag50Ms", .optional(.integer)),
            FieldShape("eventLag99Ms", .optional(.integer)), FieldShape("missingShare", .optional(.number)),
        ]
    }

    private static func set(_ measure: JobSetMeasure) -> OutputValue {
        .object([
            OutputField("featureSet", .string(measure.featureSet.description)),
            OutputField("at", .string(measure.at.description)), OutputField("totalRows", .integer(measure.totalRows)),
            OutputField("rowsPerSecond", .double(measure.rowsPerSecond)),
            OutputField("eventLag50Ms", .optional(measure.eventLag50)),
            OutputField("eventLag99Ms", .optional(measure.eventLag99)),
            OutputField("missingShare", .optional(measure.missingShare)),
        ])
    }

    private static var partitionShape: [FieldShape] {
        [
            FieldShape("partition", .integer), FieldShape("committed", .optional(.integer)),
            FieldShape("end", .integer), FieldShape("lagRows", .integer),
        ]
    }

    private static func partition(_ place: JobPartition) -> OutputValue {
        .object([
            OutputField("partition", .integer(Int64(place.partition))),
            OutputField("committed", .optional(place.committed)), OutputField("end", .integer(place.end)),
            OutputField("lagRows", .integer(place.lagRows)),
        ])
    }
}
