import FeatureModel

extension Kind where Thing == Export {
    /// A historical export (`exports list`, `exports get`).
    static var export: Kind {
        Kind(
            name: "Export", nameField: "id",
            columns: [
                ListingColumn("id", "ID"), ListingColumn("status", "STATUS"), ListingColumn("stage", "STAGE"),
                ListingColumn("store", "STORE"), ListingColumn("rowsDone", "ROWS", isNumeric: true),
                ListingColumn("files", "FILES"), ListingColumn("createdAt", "CREATED"), ListingColumn("error", "ERROR"),
            ],
            fields: { export in
                [
                    OutputField("id", .string(export.id.rawValue)),
                    OutputField("status", .string(export.status.rawValue)),
                    OutputField("stage", .optional(export.stage?.rawValue)),
                    OutputField("store", .optional(export.store?.rawValue)),
                    OutputField("features", .strings(export.request.features.map(\.description))),
                    OutputField("rows", .optional(export.rows)), OutputField("rowsDone", .integer(export.rowsDone)),
                    OutputField("files", .strings(export.files)), OutputField("error", .optional(export.error)),
                    OutputField("createdAt", .string(export.createdAt.description)),
                    OutputField("finishedAt", .optional(export.finishedAt?.description)),
                    OutputField("entityRows", .string(export.request.rowsPath)),
                    OutputField("output", .string(export.request.outputPath)),
                ]
            })
    }
}
