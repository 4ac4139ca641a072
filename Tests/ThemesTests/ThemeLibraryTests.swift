import Foundation
import Testing
import TextCanvas

@testable import Themes

@Suite("Finding themes")
struct ThemeLibraryTests {
    @Test("every shipped theme loads and defines every role", arguments: ShippedThemes.names)
    func shipped(_ name: String) throws {
        let theme = try ShippedThemes.library.theme(named: name)
        #expect(theme.name == name)
        #expect(Set(theme.definition.roles.keys) == Set(Role.allCases))
    }

    @Test("every file in the folder of themes is known to these tests")
    func complete() {
        #expect(ShippedThemes.library.names == ShippedThemes.names)
        #expect(ShippedThemes.library.entries().allSatisfy { $0.theme != nil && $0.problems.isEmpty })
    }

    @Test("the built-in theme is the file dusk.yaml, and needs no file")
    func builtIn() throws {
        let file = try ShippedThemes.library.theme(file: ShippedThemes.directory + "/dusk.yaml")
        #expect(file.definition == ThemeDefinition.dusk)
        let alone = ThemeLibrary(directories: ["/nowhere"])
        #expect(alone.names == ["dusk"])
        #expect(try alone.theme(named: "dusk").definition == ThemeDefinition.dusk)
    }

    @Test("a child takes over what it does not write, and recolours its parent by a name")
    func inheritance() throws {
        let themes = try TemporaryThemes([
            "child.yaml": "name: child\nextends: dusk\npalette:\n  moss: \"#00ff00\"\nroles:\n  title: {fg: moss}\n"
        ])
        let child = try themes.library.theme(named: "child")
        #expect(child.appearance == .dark)
        #expect(child.style(.ok, depth: .trueColor).foreground == .rgb(red: 0, green: 255, blue: 0))
        #expect(child.style(.title, depth: .trueColor).attributes == [])
        #expect(child.style(.warn, depth: .trueColor) == Theme(.dusk).style(.warn, depth: .trueColor))
        #expect(child.style(.ok, depth: .ansi16).foreground == .indexed(10))
    }

    @Test("a theme that extends itself, at whatever distance, is refused where it says so")
    func cycles() throws {
        let themes = try TemporaryThemes([
            "a.yaml": "name: a\nextends: b\n", "b.yaml": "name: b\nextends: c\n", "c.yaml": "name: c\nextends: a\n",
            "self.yaml": "name: self\nextends: self\n",
        ])
        #expect(
            themes.problems(of: "a") == ["c.yaml:2:10: the theme extends itself: a.yaml -> b.yaml -> c.yaml -> a.yaml"])
        #expect(themes.problems(of: "self") == ["self.yaml:2:10: the theme extends itself: self.yaml -> self.yaml"])
    }

    @Test("an unknown parent or name is refused with the nearest one")
    func unknown() throws {
        let themes = try TemporaryThemes(["a.yaml": "name: a\nextends: dusc\n"])
        #expect(themes.problems(of: "a") == ["a.yaml:2:10: there is no theme 'dusc'; did you mean 'dusk'?"])
        #expect(themes.problems(of: "dust") == ["dust: there is no theme 'dust'; did you mean 'dusk'?"])
        #expect(themes.problems(of: "zebra") == ["zebra: there is no theme 'zebra'; there are a, dusk"])
    }

    @Test("a damaged parent is reported at its own place")
    func damagedParent() throws {
        let themes = try TemporaryThemes([
            "a.yaml": "name: a\nextends: b\n", "b.yaml": "name: b\nappearance: dark\nroles:\n  okk: red\n",
        ])
        #expect(themes.problems(of: "a") == ["b.yaml:4:3: unknown role 'okk'; did you mean 'ok'?"])
    }

    @Test("an earlier folder hides a later one, and a path is taken as it is")
    func order() throws {
        let first = try TemporaryThemes(["x.yaml": "name: first\nextends: dusk\n"])
        let second = try TemporaryThemes(["x.yaml": "name: second\nextends: dusk\n"])
        let library = ThemeLibrary(directories: [first.path, second.path])
        #expect(try library.theme(named: "x").name == "first")
        #expect(try library.theme(named: second.path + "/x.yaml").name == "second")
    }

    @Test("a file that is missing, too large or not UTF-8 is refused in words")
    func unreadable() throws {
        let themes = try TemporaryThemes()
        try themes.write(String(repeating: "#", count: (1 << 20) + 1), to: "large.yaml")
        try Data([0x6E, 0xFF, 0xFE]).write(to: URL(fileURLWithPath: themes.path + "/latin.yaml"))
        #expect(themes.problems(of: "large").first?.contains("a theme has at most 1048576") == true)
        #expect(themes.problems(of: "latin") == ["latin.yaml: the file is not UTF-8; save it as UTF-8"])
        #expect(themes.problems(of: "./none.yaml").first?.contains("cannot be read") == true)
    }

    @Test("listing shows damaged themes with their problems instead of hiding them")
    func listing() throws {
        let themes = try TemporaryThemes(["bad.yaml": "name: bad\n"])
        let entries = themes.library.entries()
        #expect(entries.map(\.name) == ["bad", "dusk"])
        #expect(entries[0].theme == nil && entries[0].problems.count == 1)
        #expect(entries[1].path == nil && entries[1].theme != nil)
    }

    @Test(
        "auto follows the terminal's answer, then COLORFGBG, then takes the dark one",
        arguments: [
            (nil, nil, "dusk"), ("15;0", nil, "dusk"), ("0;15", nil, "paper"), ("0;default;7", nil, "paper"),
            ("0;8", nil, "dusk"), ("nonsense", nil, "dusk"), ("0;15", .dark, "dusk"), (nil, .light, "paper"),
        ] as [(String?, ThemeAppearance?, String)])
    func automatic(_ variable: String?, _ background: ThemeAppearance?, _ name: String) {
        let environment = variable.map { ["COLORFGBG": $0] } ?? [:]
        #expect(ThemeLibrary.automaticName(environment: environment, background: background) == name)
    }
}
