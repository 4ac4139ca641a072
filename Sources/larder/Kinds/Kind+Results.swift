import FeatureModel
import Operations

extension Kind where Thing == ApplyOutcome {
    /// What applying a document did.
    static var applyResult: Kind {
        Kind(
            name: "ApplyResult", nameField: "name",
            columns: [
                ListingColumn("name", "NAME"), ListingColumn("result", "RESULT"),
                ListingColumn("changes", "CHANGES") { item in
                    guard case .list(let changes)? = item["changes"] else { return "" }
                    return changes.map(ListingColumn.plain).joined(separator: "; ")
                },
            ],
            fields: { outcome in
                [
                    OutputField("name", .string(outcome.name)), OutputField("result", .string(outcome.result.rawValue)),
                    OutputField("changes", .strings(outcome.changes)),
                ]
            })
    }
}

extension Kind where Thing == OrderOutcome {
    /// What an order to one target did.
    static var orderResult: Kind {
        Kind(
            name: "OrderResult", nameField: "target",
            columns: [
                ListingColumn("target", "TARGET"), ListingColumn("result", "RESULT"),
                ListingColumn("message", "MESSAGE"),
            ],
            fields: { outcome in
                [
                    OutputField("target", .string(outcome.target)),
                    OutputField("result", .string(outcome.result.rawValue)),
                    OutputField("message", .string(outcome.message)),
                ]
            })
    }
}

extension Kind where Thing == ProjectSummary {
    /// A project (`projects list`).
    static var project: Kind {
        Kind(
            name: "Project", nameField: "name",
            columns: [
                ListingColumn("name", "NAME"), ListingColumn("featureSets", "SETS", isNumeric: true),
                ListingColumn("createdAt", "CREATED"),
            ],
            fields: { project in
                [
                    OutputField("name", .string(project.name.rawValue)),
                    OutputField("featureSets", .integer(Int64(project.featureSets))),
                    OutputField("createdAt", .string(project.createdAt.description)),
                ]
            })
    }
}

extension Kind where Thing == JobEvent {
    /// A line of a job's history (`jobs history`).
    static var jobEvent: Kind {
        Kind(
            name: "JobEvent", nameField: "to",
            columns: [
                ListingColumn("at", "TIME"), ListingColumn("from", "FROM"), ListingColumn("to", "TO"),
                ListingColumn("by", "BY"), ListingColumn("reason", "REASON"),
            ],
            fields: { event in
                [
                    OutputField("at", .string(event.at.description)),
                    OutputField("from", .optional(event.from?.rawValue)), OutputField("to", .string(event.to.rawValue)),
                    OutputField("by", .string(event.by)), OutputField("reason", .string(event.reason)),
                ]
            })
    }
}

extension Kind where Thing == IngestResult {
    /// What an ingestion did (`ingest`).
    static var ingestResult: Kind {
        Kind(
            name: "IngestResult", nameField: "ingestionId", columns: [],
            fields: { result in
                let rate = result.seconds > 0 ? Double(result.rowsProduced) / result.seconds : 0
                return [
                    OutputField("ingestionId", .string(result.ingestionID.rawValue)),
                    OutputField("featureSet", .string(result.featureSet.description)),
                    OutputField("rowsRead", .integer(result.rowsRead)),
                    OutputField("rowsProduced", .integer(result.rowsProduced)),
                    OutputField("rowsBad", .integer(result.rowsBad)),
                    OutputField("stores", .list(result.stores.map(store))),
                    OutputField("seconds", .double(result.seconds)), OutputField("rowsPerSecond", .double(rate)),
                ]
            })
    }

    private static func store(_ store: IngestStoreProgress) -> OutputValue {
        .object([
            OutputField("name", .string(store.name.rawValue)), OutputField("written", .integer(store.written)),
            OutputField("failed", .integer(store.failed)), OutputField("ignored", .integer(store.ignored)),
        ])
    }
}
