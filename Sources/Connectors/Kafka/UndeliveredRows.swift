/// Rows of one call that the topic did not take.
struct UndeliveredRows: Equatable {
    /// How many.
    let count: Int
    /// Of how many.
    let total: Int
    /// The number of the first of them within its ingestion.
    let firstRow: Int64
    /// Why the first of them was not taken.
    let code: KafkaCode
}
