import FeatureModel
import Operations

extension Kind where Thing == ApplyOutcome {
    /// What applying a document did.
    static var applyResult: Kind {
        let results: [ApplyOutcome.Result] = [.created, .updated, .noChange]
        return Kind(
            name: "ApplyResult", nameField: "name",
            columns: [
                ListingColumn("name", "NAME"), ListingColumn("result", "RESULT"),
                ListingColumn("changes", "CHANGES") { item in
                    guard case .list(let changes)? = item["changes"] else { return "" }
                    return changes.map(ListingColumn.plain).joined(separator: "; ")
                },
            ],
            fields: [
                .text("name") { $0.name }, .choice("result", of: results.map(\.rawValue)) { $0.result.rawValue },
                .texts("changes") { $0.changes },
            ])
    }
}

extension Kind where Thing == OrderOutcome {
    /// What an order to one target did.
    static var orderResult: Kind {
        let results: [OrderOutcome.Result] = [.done, .skipped, .failed]
        return Kind(
            name: "OrderResult", nameField: "target",
            columns: [
                ListingColumn("target", "TARGET"), ListingColumn("result", "RESULT"),
                ListingColumn("message", "MESSAGE"),
            ],
            fields: [
                .text("target") { $0.target }, .choice("result", of: results.map(\.rawValue)) { $0.result.rawValue },
                .text("message") { $0.message },
            ])
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
            fields: [
                .text("name") { $0.name.rawValue }, .integer("featureSets") { Int64($0.featureSets) },
                .time("createdAt") { $0.createdAt },
            ])
    }
}

extension Kind where Thing == JobEvent {
    /// A line of a job's history (`jobs history`).
    static var jobEvent: Kind {
        let statuses = JobStatus.allCases.map(\.rawValue)
        return Kind(
            name: "JobEvent", nameField: "to",
            columns: [
                ListingColumn("at", "TIME"), ListingColumn("from", "FROM"), ListingColumn("to", "TO"),
                ListingColumn("by", "BY"), ListingColumn("reason", "REASON"),
            ],
            fields: [
                .time("at") { $0.at }, .optionalChoice("from", of: statuses) { $0.from?.rawValue },
                .choice("to", of: statuses) { $0.to.rawValue }, .text("by") { $0.by }, .text("reason") { $0.reason },
            ])
    }
}
