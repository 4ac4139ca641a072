import FeatureModel

/// How far a job is in one partition.
struct JobPartitionRow: Identifiable, Equatable, Sendable {
    let partition: JobPartition
    var id: Int32 { partition.partition }
}
