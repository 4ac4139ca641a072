import ArgumentParser
import Operations
import Services
import TextCanvas
import Themes

/// `larder themes preview`.
struct ThemesPreview: ContractCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Show every role of a theme in its colours.",
        discussion: "Example: larder themes preview dusk --color always")

    @Argument(help: "The theme's name, or a file.")
    var name: String

    @OptionGroup(title: "Common options") var options: CommandOptions

    func carryOut() async throws(OperationError) -> ExitStatus {
        do throws(InvalidTheme) {
            let theme = try ThemeShelf.library(workspace: place.directory).theme(named: name)
            let depth = Self.depth(options.talkOptions.color)
            StandardStream.out.write(Self.picture(of: theme, depth: depth))
        } catch {
            throw OperationError(.notFound, error.description, target: name, hint: "larder themes list")
        }
        return .done
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
