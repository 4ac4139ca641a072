import FeatureModel
import Operations

extension Kind where Thing == IngestResult {
    /// What an ingestion did (`ingest`).
    static var ingestResult: Kind {
        Kind(
            name: "IngestResult", nameField: "ingestionId",
            fields: [
                .text("ingestionId") { $0.ingestionID.rawValue }, .text("featureSet") { $0.featureSet.description },
                .integer("rowsRead") { $0.rowsRead }, .integer("rowsProduced") { $0.rowsProduced },
                .integer("rowsBad") { $0.rowsBad },
                .field("stores", .list(.object(storeShape))) { .list($0.stores.map(store)) },
                .number("seconds") { $0.seconds },
                .number("rowsPerSecond") { $0.seconds > 0 ? Double($0.rowsProduced) / $0.seconds : 0 },
                .optionalText("readingError") { $0.readingError },
            ])
    }

    private static var storeShape: [FieldShape] {
        [
            FieldShape("name", .text), FieldShape("written", .integer), FieldShape("failed", .integer),
            FieldShape("ignored", .integer),
        ]
    }

    private static func store(_ store: IngestStoreProgress) -> OutputValue {
        .object([
            OutputField("name", .string(store.name.rawValue)), OutputField("written", .integer(store.written)),
            OutputField("failed", .integer(store.failed)), OutputField("ignored", .integer(store.ignored)),
        ])
    }
}
