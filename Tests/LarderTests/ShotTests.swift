import Foundation
import Operations
import Testing
import TextCanvas
import Themes

@testable import larder

@Suite("Pictures of the console")
struct ShotTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private let themes = ThemeLibrary(directories: [Self.root.appendingPathComponent("themes").path])

    private func play(_ text: String) async throws(ShotError) -> [ShotPicture] {
        try await ShotStage.play(try ShotScript(text, file: "test.keys"), themes)
    }

    @Test("the pictures in the repository are what the program shows; larder shot --all screenshots makes them anew")
    func album() async throws {
        let folder = Self.root.appendingPathComponent("screenshots")
        let album = try await ShotAlbum.take(in: folder.path, themes)
        for file in album.files where !file.name.hasSuffix(".md") {
            let kept = try? String(contentsOf: folder.appendingPathComponent(file.name), encoding: .utf8)
            if kept != file.text { Issue.record("\(file.name) is out of date") }
        }
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".svg") }
        let made = Set(album.files.map(\.name))
        #expect(kept.filter { !made.contains($0) } == [], "pictures that no script makes")
    }

    @Test("two runs of a script give equal bytes")
    func deterministic() async throws {
        let script = "size: 100x30\nwait idle\nkey 3\nwait idle\nkey down enter\nwait idle\nshot a\n"
        let first = try await play(script)
        let second = try await play(script)
        #expect(first.map(\.text) == second.map(\.text))
        #expect(first.map(\.svg) == second.map(\.svg))
        #expect(first.map(\.ansi) == second.map(\.ansi))
    }

    @Test("a text that is not there fails with file, line and the screen")
    func expectation() async {
        let error = await #expect(throws: ShotError.self) { try await play("wait idle\nexpect \"unicorns\"\n") }
        #expect(error?.code == .failed)
        #expect(
            error?.text.hasPrefix("test.keys:2: the screen does not show \"unicorns\"\nthe screen:\n prod-eu") == true)
    }

    @Test("what should not be there fails too")
    func absence() async {
        let error = await #expect(throws: ShotError.self) { try await play("wait idle\nexpect no \"history\"\n") }
        #expect(error?.message == "the screen shows \"history\"")
    }

    @Test(
        "a wrong line is refused with its number and what would be right",
        arguments: [
            ("size: wide", "wide is no size; write columns x rows: 80x24"),
            ("\nkey entr", "there is no key entr; keys are named enter, esc, pgdn, ctrl-l, F5, space, x"),
            ("wait forever", "the only thing to wait for is idle, not forever"),
            (
                "dance",
                "there is no step dance; there are type, key, click, wait idle, resize, advance, expect, net, hold, release, shot"
            ),
            (
                "fixture: purple",
                "there is no fixture purple; there are seed=N, empty, huge, read-only, as-of=TIME, down=STORE"
            ),
            ("net sideways", "net takes up or down, and the name of a store: net down redis-online"),
            ("shot a/b", "shot needs a name of letters, digits and -: shot job-detail"),
            ("click here", "click needs a column and a row, counted from 0: click 10 5"),
            ("advance soon", "advance needs a time: advance 5s"),
            ("color: pink", "color is true, 256, 16 or none, not pink"),
        ])
    func wrongLines(_ text: String, _ message: String) {
        let error = #expect(throws: ShotError.self) { try ShotScript(text, file: "test.keys") }
        #expect(error?.message == message)
        #expect(error?.code == .invalid)
        #expect(error?.place == .init(file: "test.keys", line: text.hasPrefix("\n") ? 2 : 1))
    }

    @Test("a theme that is not there is refused")
    func missingTheme() async {
        let error = await #expect(throws: ShotError.self) { try await play("theme: nowhere\n") }
        #expect(error?.code == .invalid)
        #expect(error?.message.contains("there is no theme 'nowhere'") == true)
    }

    @Test("keys, clicks, sizes, time and the network do what they say")
    func steps() async throws {
        let pictures = try await play(
            """
            size: 80x24
            glyphs: ascii
            fixture: seed=9 down=redis-eu
            open: sets
            wait idle
            click 5 6
            shot one "first"
            resize 60x16
            net up redis-eu
            net down
            advance 2s
            wait idle
            expect "as of"
            net up
            advance 2s
            wait idle
            type ":st"
            key enter
            wait idle
            expect no "DOWN"
            shot two
            """)
        #expect(pictures.map(\.name) == ["one", "two"])
        #expect(pictures[0].caption == "first")
        #expect(pictures[0].text.contains("redis-eu DOWN"))
        #expect(pictures[1].canvas.size == Size(columns: 60, rows: 16))
    }

    @Test("a script without shot is one picture, named after it")
    func implicitShot() async throws {
        let pictures = try await play("wait idle\n")
        #expect(pictures.map(\.name) == ["test"])
        #expect(pictures[0].svg.hasPrefix("<svg "))
        #expect(pictures[0].ansi.contains("\u{1b}["))
    }
}
