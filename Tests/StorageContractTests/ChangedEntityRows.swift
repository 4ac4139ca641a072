import FeatureModel
import StorageAPI
import StorageContract

/// Entity rows that are changed on their way.
struct ChangedEntityRows: EntityRowSource {
    let real: any EntityRowSource
    let change: @Sendable (EntityRowBatch) -> EntityRowBatch

    var rowCount: Int64? { real.rowCount }

    func next(limit: Int) throws -> EntityRowBatch? { try real.next(limit: limit).map(change) }
}
