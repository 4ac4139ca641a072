import ArgumentParser
import FeatureModel
import Operations
import Services
import TextCanvas
import Themes

/// `larder themes check`.
struct ThemesCheck: ContractCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a theme file: names, colours, contrast.",
        discussion: "Lists what was found and exits 2 when the theme does not pass.")

    @Argument(help: "The file.")
    var file: String

    @OptionGroup var listOptions: ListOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func carryOut() async throws(OperationError) -> ExitStatus {
        let theme: Theme
        do throws(InvalidTheme) {
            theme = try ThemeShelf.library(workspace: place.directory).theme(file: file)
        } catch {
            throw OperationError(.invalid, error.description, target: file)
        }
        let check = ThemeCheck(theme)
        try Printer(format: options.format).write(
            Kind.themeFinding.listing(check.findings, asOf: SystemTime.now()), listOptions)
        guard check.isPassing else {
            throw OperationError(.invalid, "\(file) does not pass", target: file, hint: "see what was found")
        }
        Talk(options.talkOptions).say("\(theme.name) passes")
        return .done
    }
}

extension Kind where Thing == ThemeCheck.Finding {
    /// What was found in a theme (`themes check`).
    static var themeFinding: Kind {
        Kind(
            name: "ThemeFinding", nameField: "role",
            columns: [
                ListingColumn("severity", ""), ListingColumn("role", "ROLE"), ListingColumn("message", "FOUND"),
            ],
            fields: [
                .choice("severity", of: ["fail", "note"]) { $0.severity == .failure ? "fail" : "note" },
                .text("role") { $0.role.rawValue }, .text("message") { $0.message },
            ])
    }
}
