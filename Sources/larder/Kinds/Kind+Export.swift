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
            fields: [
                .text("id") { $0.id.rawValue },
                .choice("status", of: ExportStatus.allCases.map(\.rawValue)) { $0.status.rawValue },
                .optionalChoice("stage", of: RetrievalStage.allCases.map(\.rawValue)) { $0.stage?.rawValue },
                .optionalText("store") { $0.store?.rawValue },
                .texts("features") { $0.request.features.map(\.description) },
                .optionalInteger("rows") { $0.rows }, .integer("rowsDone") { $0.rowsDone },
                .texts("files") { $0.files }, .optionalText("error") { $0.error },
                .time("createdAt") { $0.createdAt }, .optionalTime("finishedAt") { $0.finishedAt },
                .text("entityRows") { $0.request.rowsPath }, .text("output") { $0.request.outputPath },
            ])
    }
}
