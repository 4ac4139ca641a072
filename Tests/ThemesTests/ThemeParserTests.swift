import Testing
import TextCanvas

@testable import Themes

@Suite("Reading theme files")
struct ThemeParserTests {
    private static let head = "name: t\nappearance: dark\n"

    @Test(
        "each mistake is named with its line, its column and the nearest name",
        arguments: [
            ("roles:\n  heder: red", "t.yaml:4:3: unknown role 'heder'; did you mean 'header'?"),
            (
                "palette:\n  leaf: green\nroles:\n  ok: leaff",
                "t.yaml:6:7: there is no colour 'leaff' in the palette; did you mean 'leaf'?"
            ),
            (
                "palette:\n  leaf: gren",
                "t.yaml:4:9: 'gren' is not a colour; write '#rrggbb', an index 0-255, an ANSI name such as "
                    + "bright-blue, or default; did you mean 'green'?"
            ),
            ("pallete: {}", "t.yaml:3:1: unknown key 'pallete'; did you mean 'palette'?"),
            (
                "roles:\n  ok: {fg: green, gb: red}",
                "t.yaml:4:19: unknown key 'gb' in role 'ok'; use fg, bg, attr; did you mean 'bg'?"
            ),
            (
                "roles:\n  ok: {fg: green, attr: [bold, blod]}",
                "t.yaml:4:32: unknown attribute 'blod'; use bold, dim, underline, reverse, italic; did you mean 'bold'?"
            ),
            ("palette:\n  leaf: #00ff00", "t.yaml:4:8: 'leaf' has no value; put a colour that starts with # in quotes"),
            (
                "palette:\n  default: red",
                "t.yaml:4:3: 'default' cannot be the name of a colour; start it with a letter"
            ),
            (
                "palette:\n  leaf: green\nansi16:\n  leaf: 22",
                "t.yaml:6:9: ansi16 gives 'leaf' a colour beyond the 16; use an index 0-15 or an ANSI name"
            ),
            ("ansi16:\n  leaf: 2", "t.yaml:4:3: there is no colour 'leaf' in the palette"),
            ("roles: [ok]", "t.yaml:3:8: 'roles' must be a mapping of names to values"),
        ])
    func mistakes(_ body: String, _ message: String) throws {
        let themes = try TemporaryThemes(["t.yaml": Self.head + body])
        #expect(themes.problems(of: "t") == [message])
    }

    @Test(
        "a file without the necessary keys says which one is missing",
        arguments: [
            ("", "t.yaml:1:1: the file is empty; a theme needs at least name and extends, or name and appearance"),
            ("appearance: dark", "t.yaml:1:1: the key 'name' is missing; write name: and what the theme is called"),
            (
                "name: t",
                "t.yaml:1:1: the key 'appearance' is missing; write appearance: dark or light, or extends: a theme"
            ),
            ("name: t\nappearance: grey", "t.yaml:2:13: appearance is 'grey'; it must be dark or light"),
            ("- a", "t.yaml:1:1: a theme is a mapping with the keys name, appearance, extends, palette, roles, ansi16"),
        ])
    func missing(_ text: String, _ message: String) throws {
        #expect(try TemporaryThemes(["t.yaml": text]).problems(of: "t") == [message])
    }

    @Test("text that is not YAML, or says a thing twice, is refused with its place")
    func notYAML() throws {
        let themes = try TemporaryThemes(["a.yaml": "name: [t\nroles: x", "b.yaml": "name: t\nname: u\n"])
        #expect(themes.problems(of: "a").first?.hasPrefix("a.yaml:2:") == true)
        #expect(themes.problems(of: "b").first?.hasPrefix("b.yaml:") == true)
        #expect(themes.problems(of: "b").first?.contains("'name' is written twice") == true)
    }

    @Test("all mistakes of a file are told at once, in the order of the file")
    func several() throws {
        let themes = try TemporaryThemes([
            "t.yaml": Self.head + "roles:\n  ok: nowhere\n  heder: red\n  text: {fg: gray1}"
        ])
        #expect(
            themes.problems(of: "t").map { $0.split(separator: ":")[1] } == ["4", "5", "6"])
    }

    @Test("every notation of a colour is understood")
    func notations() {
        #expect(ColorNotation.color("#FF8000") == .rgb(red: 255, green: 128, blue: 0))
        #expect(ColorNotation.color("201") == .indexed(201))
        #expect(ColorNotation.color("256") == nil)
        #expect(ColorNotation.color("+7") == nil)
        #expect(ColorNotation.color("bright-magenta") == .indexed(13))
        #expect(ColorNotation.color("default") == .standard)
        #expect(ColorNotation.color("#ff80") == nil)
        #expect(ColorNotation.color("#ff80zz") == nil)
    }
}
