import ArgumentParser
import Operations
import TextCanvas
import Themes

/// `larder themes preview`.
struct ThemesPreview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Show every role of a theme in its colours.")

    @Argument(help: "The theme's name, or a file.")
    var name: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions

    func run() async throws {
        let (workspace, name, color) = (workspaceOptions.workspace, name, talkOptions.color)
        try await CommandEnd.reached(.table) { () throws(OperationError) -> ExitStatus in
            do throws(InvalidTheme) {
                let theme = try ThemeShelf.library(workspace: workspace).theme(named: name)
                StandardStream.out.write(Self.picture(of: theme, depth: Self.depth(color)))
            } catch {
                throw OperationError(.notFound, error.description, target: name, hint: "larder themes list")
            }
            return .done
        }
    }

    private static func picture(of theme: Theme, depth: ColorDepth) -> String {
        var canvas = Canvas(size: Size(columns: 60, rows: Role.allCases.count))
        for (row, role) in Role.allCases.enumerated() {
            canvas.draw("\(role.rawValue)", at: Position(column: 0, row: row), role: role)
            canvas.draw("The quick brown fox 0123456789", at: Position(column: 16, row: row), role: role)
        }
        let palette: PicturePalette = theme.appearance == .dark ? .dark : .light
        return CanvasPicture(canvas, palette: palette) { theme.style($0, surface: $1, depth: depth) }.ansi()
    }

    private static func depth(_ color: ColorChoice) -> ColorDepth {
        let variables = RunningProgram.variables
        let isWanted = variables["NO_COLOR", default: ""].isEmpty && StandardStream.out.isTerminal
        switch color {
        case .always: return .indexed256
        case .never: return .none
        case .auto: return isWanted ? .indexed256 : .none
        }
    }
}
