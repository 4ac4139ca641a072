import ConsoleKit
import FeatureModel
import Operations

extension ExportsScreen {
    /// How `:exports` opens it.
    static func entry(_ operations: Operations, _ refreshing: Refreshing) -> CatalogEntry {
        CatalogEntry("exports", aliases: ["ex"], digit: 7, summary: "historical exports", keymap: keys) { route in
            ExportsScreen(exports: operations.exports, refreshing: refreshing, filter: route.filter)
        }
    }
}

extension ExportScreen {
    /// How `:export` opens it, and the way to a new one.
    ///
    /// - Parameters:
    ///   - operations: what they ask.
    ///   - refreshing: how often an export is read anew.
    ///   - drafts: the drafts of the session.
    static func entry(
        _ operations: Operations, _ refreshing: Refreshing, _ drafts: ExportDrafts = ExportDrafts()
    ) -> CatalogEntry {
        CatalogEntry(
            "export", summary: "one export, or a new one", usage: "ID | new [from ID]",
            keymap: keys.merging(NewExportScreen.keys)
        ) { route throws(Problem) in
            guard let first = route.arguments.first else {
                throw Problem(":export needs an id or new", hint: ":exports lists them")
            }
            guard first == "new" else {
                return ExportScreen(id: ExportID(first), exports: operations.exports, refreshing: refreshing)
            }
            let origin = route.arguments.count == 3 && route.arguments[1] == "from" ? route.arguments[2] : nil
            return NewExportScreen(
                exports: operations.exports, featureSets: operations.featureSets, stores: operations.stores,
                refreshing: refreshing, drafts: drafts, directory: operations.workspace.directory,
                origin: origin.map { ExportID($0) })
        }
    }
}
