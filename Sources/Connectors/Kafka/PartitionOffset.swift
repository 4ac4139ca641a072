/// One partition, an offset, and what came of asking for it.
struct PartitionOffset: Equatable {
    let partition: Int32
    /// Below 0 where there is none.
    let offset: Int64
    let code: KafkaCode
    let metadata: String
}
