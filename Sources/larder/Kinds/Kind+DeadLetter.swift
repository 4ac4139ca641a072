import FeatureModel

extension Kind where Thing == DeadLetter {
    /// A dead letter (`dead-letters list`, `dead-letters get`).
    static var deadLetter: Kind {
        Kind(
            name: "DeadLetter", nameField: "id",
            columns: [
                ListingColumn("id", "ID"), ListingColumn("at", "TIME"), ListingColumn("featureSet", "FEATURE SET"),
                ListingColumn("store", "STORE"), ListingColumn("reason", "REASON"), ListingColumn("message", "MESSAGE"),
                ListingColumn("replays", "REPLAYS", isNumeric: true),
            ],
            fields: [
                .text("id") { $0.id.rawValue }, .time("at") { $0.at },
                .optionalText("featureSet") { $0.featureSet?.description },
                .optionalText("store") { $0.store?.rawValue }, .optionalText("job") { $0.job?.rawValue },
                .choice("reason", of: DeadLetterReason.allCases.map(\.rawValue)) { $0.reason.rawValue },
                .text("message") { $0.message }, .text("payload") { Base64.text($0.payload) },
                .integer("replays") { $0.replays },
            ])
    }
}

extension Kind where Thing == DeadLetterGroup {
    /// Dead letters with one reason (`dead-letters list --group reason`).
    static var deadLetterGroup: Kind {
        Kind(
            name: "DeadLetter", title: "DeadLetterGroup", nameField: "reason",
            columns: [
                ListingColumn("count", "COUNT", isNumeric: true), ListingColumn("reason", "REASON"),
                ListingColumn("featureSet", "FEATURE SET"), ListingColumn("store", "STORE"),
                ListingColumn("first", "FIRST"), ListingColumn("last", "LAST"),
            ],
            fields: [
                .choice("reason", of: DeadLetterReason.allCases.map(\.rawValue)) { $0.reason.rawValue },
                .integer("count") { $0.count }, .time("first") { $0.first }, .time("last") { $0.last },
                .optionalText("featureSet") { $0.featureSet?.description },
                .optionalText("store") { $0.store?.rawValue },
            ])
    }
}
