import ArgumentParser
import Operations
import TextCanvas
import Themes

/// `larder shot`: pictures of the console, from the real program over an invented feature store.
struct ShotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shot", abstract: "Take pictures of the console.",
        discussion: """
            Plays a script on the real console, over an invented feature store and a clock that stands; the same \
            script gives the same bytes. A script begins with lines `name: value` (size, theme, glyphs, color, clock, \
            fixture, open, caption, alt), then has one step a line: type TEXT, key NAME…, click COLUMN ROW, wait idle, \
            resize COLUMNSxROWS, advance TIME, expect "TEXT", expect no "TEXT", net down|up [STORE], hold, release, \
            shot NAME ["CAPTION"].

            With --all DIR it plays DIR/scripts/*.keys and writes DIR/*.txt, DIR/*.svg and DIR/README.md.
            """)

    @Option(help: ArgumentHelp("Play all scripts of a folder.", valueName: "dir"))
    var all: String?

    @Option(help: ArgumentHelp("The script; - for standard input.", valueName: "file"))
    var script: String?

    @Option(
        help: ArgumentHelp("The world: seed=N, empty, huge, read-only, as-of=TIME, down=STORE.", valueName: "words"))
    var fixture: String?

    @Option(help: ArgumentHelp("The time on the clock.", valueName: "time"))
    var clock: String?

    @Option(help: ArgumentHelp("The window, as columns x rows.", valueName: "80x24"))
    var size: String?

    @Option(help: ArgumentHelp("The theme's name, or a file.", valueName: "theme"))
    var theme: String?

    @Option(help: ArgumentHelp("The marks: ascii or unicode.", valueName: "set"))
    var glyphs: String?

    @Option(help: ArgumentHelp("Write the picture as SVG.", valueName: "file.svg"))
    var out: String?

    @Option(help: ArgumentHelp("Write the picture as text.", valueName: "file.txt"))
    var text: String?

    @Option(help: ArgumentHelp("Write the picture as text with colours.", valueName: "file.ans"))
    var ansi: String?

    func validate() throws {
        if all == nil, script == nil { throw ValidationError("give --script FILE, or --all DIR") }
        let single = [script, fixture, clock, size, theme, glyphs, out, text, ansi]
        if all != nil, single.contains(where: { $0 != nil }) {
            throw ValidationError("--all takes everything from the scripts, and nothing else beside it")
        }
    }

    func run() async throws {
        let share = ShareDirectory(variables: RunningProgram.variables, executable: RunningProgram.executable)
        let themes = ThemeLibrary(directories: share.themes)
        do throws(ShotError) {
            if let all {
                try await takeAll(in: Self.absolute(all), themes)
            } else {
                try await takeOne(script ?? "-", themes)
            }
        } catch {
            StandardStream.error.write("larder: \(error.text)\n")
            throw ExitCode(ExitStatus(error.code).rawValue)
        }
    }

    private func takeAll(in folder: String, _ themes: ThemeLibrary) async throws(ShotError) {
        let album = try await ShotAlbum.take(in: folder, themes)
        let count = try album.write(to: folder)
        StandardStream.error.write("\(count) files written to \(folder)\n")
    }

    /// Without a file to write to, the text goes to standard output.
    private func takeOne(_ file: String, _ themes: ThemeLibrary) async throws(ShotError) {
        var script = try ShotScript(try ShotAlbum.text(of: file), file: file)
        let options = [
            ("fixture", fixture), ("clock", clock), ("size", size), ("theme", theme), ("glyphs", glyphs),
        ]
        try script.override { (settings) throws(ShotSettingFault) in
            for (name, value) in options {
                if let value { try settings.set(name, value) }
            }
        }
        guard let picture = try await ShotStage.play(script, themes).last else { return }
        if let out { try write(picture.svg, to: out) }
        if let text { try write(picture.text, to: text) }
        if let ansi { try write(picture.ansi, to: ansi) }
        if out == nil, text == nil, ansi == nil { StandardStream.out.write(picture.text) }
    }

    private func write(_ text: String, to path: String) throws(ShotError) {
        let file = Self.absolute(path)
        let folder = "/" + file.split(separator: "/").dropLast().joined(separator: "/")
        do throws(OperationError) {
            try WrittenFile.write(text, to: file, inNewFolder: folder, replaces: true)
        } catch {
            throw ShotError(error)
        }
    }

    private static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        let parts = path.split(separator: "/").filter { $0 != "." }
        return ([RunningProgram.directory] + parts.map(String.init)).joined(separator: "/")
    }
}
