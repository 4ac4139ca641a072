import ConsoleKit
import Documents
import FeatureModel
import Glibc
import Operations
import Screens
import Services
import TextCanvas
import Themes

/// What the console on a workspace is made of: screens, theme, keys, glyphs, header.
struct ConsoleFurnishing {
    /// How often the health in the header is looked at.
    private static let healthInterval = Duration.seconds(5)

    private let operations: Operations
    private let configuration: WorkspaceConfiguration
    private let library: ThemeLibrary
    private let themeName: String
    private let namedTheme: Theme?
    private let catalog: ScreenCatalog
    private let keys: [ActionID: [Key]]

    /// Reads themes and keys.
    ///
    /// - Parameters:
    ///   - services: the opened workspace.
    ///   - theme: what `--theme` said; else `LARDER_THEME`, else the configuration.
    /// - Throws: `invalid` when a theme or `keys.yaml` is wrong, with file and line.
    init(services: LarderServices, theme: String?) throws(OperationError) {
        operations = services.operations
        configuration = services.workspace.configuration
        library = ThemeShelf.library(workspace: operations.workspace.directory)
        let variable = RunningProgram.variables["LARDER_THEME"].flatMap { $0.isEmpty ? nil : $0 }
        themeName = theme ?? variable ?? configuration.theme
        do throws(InvalidTheme) {
            namedTheme = themeName == ThemeLibrary.automaticName ? nil : try library.theme(named: themeName)
        } catch {
            throw OperationError(.invalid, error.description, target: themeName, hint: "larder themes list")
        }
        catalog = LarderScreens.catalog(operations, every: .seconds(configuration.refreshSeconds))
        let overrides = try KeyFileOfWorkspace.read(in: operations.workspace.directory, for: catalog.keymap)
        if let problem = overrides.problems.first {
            throw OperationError(
                .invalid, "keys.yaml: \(problem)", target: "\(operations.workspace.directory)/keys.yaml",
                hint: "larder keys lists the actions")
        }
        keys = overrides.keys
    }

    /// Whether the mouse is reported.
    var hasMouse: Bool { configuration.isMouseOn }

    /// Whether the terminal is to be asked for its background.
    var needsBackground: Bool { namedTheme == nil }

    /// The themes that there are, without those that are wrong.
    func themes() -> [Theme] { library.entries().compactMap(\.theme) }

    /// Everything, put together.
    ///
    /// - Parameters:
    ///   - themes: see ``themes()``.
    ///   - background: what the terminal answered when asked for its background; decides between dark and light where
    ///     the theme is `auto`.
    func setup(_ themes: [Theme], background: TerminalColor?) -> ConsoleSetup {
        let watch = HeaderWatch(operations, every: Self.healthInterval)
        let suiting: @Sendable (TerminalColor?) -> Theme = { Self.automaticTheme($0, among: themes) }
        return ConsoleSetup(
            catalog: catalog, opening: LarderScreens.opening, header: LarderScreens.header(operations.workspace, []),
            theme: namedTheme ?? suiting(background), themes: themes,
            automaticTheme: namedTheme == nil ? suiting : nil, glyphs: glyphs, keys: keys,
            headerFeed: { send in await watch.follow(send) })
    }

    private var glyphs: TextCanvas.GlyphSet.Name? {
        switch configuration.glyphs {
        case .auto: nil
        case .ascii: .ascii
        case .unicode, .nerd: .unicode
        }
    }

    private static func automaticTheme(_ background: TerminalColor?, among themes: [Theme]) -> Theme {
        let name = ThemeLibrary.automaticName(
            environment: RunningProgram.variables, background: ThemeAppearance(background: background))
        return themes.first { $0.name == name } ?? Theme(.dusk)
    }
}
