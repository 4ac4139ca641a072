import FeatureModel
import Foundation
import GRDB

/// Reads and writes dead letters.
enum DeadLetterRow {
    static func insert(_ letter: DeadLetter, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO dead_letters (id, at, project, feature_set, store, job, transform, reason, message,
                    partition, source_offset, ingestion, replays, payload)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                """)
        try statement.execute(arguments: [
            letter.id.rawValue, StoredText.time(letter.at), letter.featureSet?.project.rawValue,
            letter.featureSet?.name, letter.store?.rawValue, letter.job?.rawValue, letter.transform,
            letter.reason.rawValue, letter.message, letter.position?.partition, letter.position?.offset,
            letter.ingestionID.rawValue, letter.replays, Data(letter.payload),
        ])
    }

    static func letter(_ row: Row) throws -> DeadLetter {
        let payload: Data = row["payload"]
        return DeadLetter(
            id: DeadLetterID(rawValue: row["id"]), at: try row.time("at"), featureSet: featureSet(row),
            store: row.identifier("store"), job: row.identifier("job"), transform: row["transform"],
            reason: try row.word("reason"), message: row["message"], payload: Array(payload), position: position(row),
            ingestionID: IngestionID(rawValue: row["ingestion"]), replays: row["replays"])
    }

    static func group(_ row: Row) throws -> DeadLetterGroup {
        DeadLetterGroup(
            reason: try row.word("reason"), featureSet: featureSet(row), store: row.identifier("store"),
            count: row["count"], first: try row.time("first"), last: try row.time("last"))
    }

    private static func featureSet(_ row: Row) -> FeatureSetReference? {
        guard let project: String = row["project"], let name: String = row["feature_set"] else { return nil }
        return FeatureSetReference(project: ProjectName(project), name: name)
    }

    private static func position(_ row: Row) -> SourcePosition? {
        guard let partition: Int32 = row["partition"], let offset: Int64 = row["source_offset"] else { return nil }
        return SourcePosition(partition: partition, offset: offset)
    }
}
