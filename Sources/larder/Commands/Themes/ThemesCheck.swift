import ArgumentParser
import Operations
import TextCanvas
import Themes

/// `larder themes check`.
struct ThemesCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a theme file: names, colours, contrast.")

    @Argument(help: "The file.")
    var file: String

    @OptionGroup var workspaceOptions: WorkspaceOptions

    func run() async throws {
        let (workspace, file) = (workspaceOptions.workspace, file)
        try await CommandEnd.reached(.table) { () throws(OperationError) -> ExitStatus in
            let theme: Theme
            do throws(InvalidTheme) {
                theme = try ThemeShelf.library(workspace: workspace).theme(file: file)
            } catch {
                throw OperationError(.invalid, error.description, target: file)
            }
            let check = ThemeCheck(theme)
            for finding in check.findings {
                let word = finding.severity == .failure ? "fail" : "note"
                StandardStream.out.write("\(word)  \(finding.role.rawValue)  \(finding.message)\n")
            }
            StandardStream.out.write(check.isPassing ? "ok    \(theme.name)\n" : "")
            guard check.isPassing else {
                throw OperationError(.invalid, "\(file) does not pass", target: file, hint: "see the lines above")
            }
            return .done
        }
    }
}
