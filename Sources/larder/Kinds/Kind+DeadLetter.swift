import FeatureModel
import RowFiles

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
            fields: { letter in
                [
                    OutputField("id", .string(letter.id.rawValue)), OutputField("at", .string(letter.at.description)),
                    OutputField("featureSet", .optional(letter.featureSet?.description)),
                    OutputField("store", .optional(letter.store?.rawValue)),
                    OutputField("job", .optional(letter.job?.rawValue)),
                    OutputField("reason", .string(letter.reason.rawValue)),
                    OutputField("message", .string(letter.message)),
                    OutputField("payload", .string(Base64.text(letter.payload))),
                    OutputField("replays", .integer(letter.replays)),
                ]
            })
    }
}

extension Kind where Thing == DeadLetterGroup {
    /// Dead letters with one reason (`dead-letters list --group reason`).
    static var deadLetterGroup: Kind {
        Kind(
            name: "DeadLetter", nameField: "reason",
            columns: [
                ListingColumn("count", "COUNT", isNumeric: true), ListingColumn("reason", "REASON"),
                ListingColumn("featureSet", "FEATURE SET"), ListingColumn("store", "STORE"),
                ListingColumn("first", "FIRST"), ListingColumn("last", "LAST"),
            ],
            fields: { group in
                [
                    OutputField("reason", .string(group.reason.rawValue)), OutputField("count", .integer(group.count)),
                    OutputField("first", .string(group.first.description)),
                    OutputField("last", .string(group.last.description)),
                    OutputField("featureSet", .optional(group.featureSet?.description)),
                    OutputField("store", .optional(group.store?.rawValue)),
                ]
            })
    }
}
