import ArgumentParser
import FeatureModel
import Operations
import Themes

/// `larder themes list`.
struct ThemesList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the themes.")

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var listOptions: ListOptions

    func run() async throws {
        let (workspace, format, options) = (workspaceOptions.workspace, outputOptions.output, listOptions)
        try await CommandEnd.reached(format) { () throws(OperationError) -> ExitStatus in
            let entries = ThemeShelf.library(workspace: workspace).entries()
            try Printer(format: format).write(
                Kind.theme.listing(entries, asOf: SystemTime.now()), options)
            return entries.allSatisfy(\.problems.isEmpty) ? .done : .failed
        }
    }
}

extension Kind where Thing == ThemeLibrary.Entry {
    /// A theme (`themes list`).
    static var theme: Kind {
        Kind(
            name: "Theme", nameField: "name",
            columns: [
                ListingColumn("name", "NAME"), ListingColumn("appearance", "APPEARANCE"),
                ListingColumn("path", "FILE"), ListingColumn("problems", "PROBLEMS"),
            ],
            fields: { entry in
                [
                    OutputField("name", .string(entry.name)),
                    OutputField("appearance", .optional(entry.theme?.appearance.rawValue)),
                    OutputField("path", .optional(entry.path)),
                    OutputField("problems", .strings(entry.problems.map(\.description))),
                ]
            })
    }
}
