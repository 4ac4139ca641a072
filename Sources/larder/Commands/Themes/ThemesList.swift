import ArgumentParser
import FeatureModel
import Operations
import Services
import Themes

/// `larder themes list`.
struct ThemesList: ContractCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the themes: the workspace's own first, then those of the program.")

    @OptionGroup var listOptions: ListOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func carryOut() async throws(OperationError) -> ExitStatus {
        let entries = ThemeShelf.library(workspace: place.directory).entries()
        try Printer(format: options.format).write(Kind.theme.listing(entries, asOf: SystemTime.now()), listOptions)
        return entries.allSatisfy(\.problems.isEmpty) ? .done : .failed
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
            fields: [
                .text("name") { $0.name }, .optionalText("appearance") { $0.theme?.appearance.rawValue },
                .optionalText("path") { $0.path }, .texts("problems") { $0.problems.map(\.description) },
            ])
    }
}
