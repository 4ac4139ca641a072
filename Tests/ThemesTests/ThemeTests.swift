import Testing
import TextCanvas

@testable import Themes

@Suite("Styles of roles")
struct ThemeTests {
    private let dusk = Theme(.dusk)

    @Test("exact colours where the terminal has them, the nearest of 256 elsewhere")
    func depths() {
        #expect(dusk.style(.accent, depth: .trueColor).foreground == .rgb(red: 0x87, green: 0xAF, blue: 0xD7))
        #expect(dusk.style(.accent, depth: .indexed256).foreground == .indexed(110))
        #expect(dusk.style(.accent, depth: .ansi16).foreground == .indexed(14))
        #expect(dusk.style(.accent, depth: .none).foreground == .standard)
    }

    @Test("no colour is left when there are none", arguments: Role.allCases)
    func monochrome(_ role: Role) {
        let style = dusk.style(role, surface: .cursor, depth: .none)
        #expect(style.foreground == .standard && style.background == .standard)
    }

    @Test("without colours the cursor's row, marks, headings and errors still differ from text")
    func monochromeDiffers() {
        let text = dusk.style(.text, depth: .none)
        for role in [
            Role.cursor, .cursorIdle, .mark, .match, .selection, .title, .columnHead, .error, .warn, .dangerFocus,
        ] {
            #expect(dusk.style(role, depth: .none) != text, "\(role)")
        }
        #expect(dusk.style(.text, surface: .cursor, depth: .none).attributes.contains(.reverse))
        #expect(dusk.style(.error, surface: .cursor, depth: .none).attributes.isSuperset(of: [.reverse, .bold]))
        #expect(dusk.style(.error, depth: .none) != dusk.style(.ok, depth: .none))
    }

    @Test("a surface lends its background and keeps the colour of the role")
    func surfaces() {
        let cursor = dusk.style(.cursor, depth: .trueColor)
        let error = dusk.style(.error, depth: .trueColor)
        let both = dusk.style(.error, surface: .cursor, depth: .trueColor)
        #expect(both.background == cursor.background && both.background != error.background)
        #expect(both.foreground == error.foreground)
        #expect(dusk.style(.text, surface: .cursor, depth: .trueColor).foreground == cursor.foreground)
        #expect(dusk.style(.text, surface: .background, depth: .trueColor) == dusk.style(.text, depth: .trueColor))
    }

    @Test("a badge keeps its own background on the cursor's row")
    func badge() {
        let alone = dusk.style(.protected, depth: .trueColor)
        #expect(dusk.style(.protected, surface: .cursor, depth: .trueColor) == alone)
    }

    @Test("with 16 colours a text that would drown in the lent background takes the surface's own colour")
    func drowning() {
        let definition = ThemeDefinition(
            name: "t", appearance: .dark,
            roles: [
                .text: RoleDefinition(foreground: .literal(.indexed(7))),
                .faint: RoleDefinition(foreground: .literal(.indexed(4))),
                .cursor: RoleDefinition(foreground: .literal(.indexed(15)), background: .literal(.indexed(4))),
            ])
        #expect(Theme(definition).style(.faint, surface: .cursor, depth: .ansi16).foreground == .indexed(15))
        #expect(Theme(definition).style(.faint, depth: .ansi16).foreground == .indexed(4))
    }

    @Test("the cursor's row is visible at every depth in every shipped theme", arguments: ShippedThemes.names)
    func cursorVisible(_ name: String) throws {
        let theme = try ShippedThemes.library.theme(named: name)
        for depth in [ColorDepth.none, .ansi16, .indexed256, .trueColor] {
            let row = theme.style(.text, surface: .cursor, depth: depth)
            let other = theme.style(.text, depth: depth)
            #expect(row.background != other.background || row.attributes.contains(.reverse), "\(depth)")
        }
    }

    @Test("a role that a theme leaves out looks like text")
    func leftOut() {
        let theme = Theme(
            ThemeDefinition(
                name: "t", appearance: .dark, roles: [.text: RoleDefinition(foreground: .literal(.indexed(3)))]))
        #expect(theme.style(.busy, depth: .indexed256) == TextStyle(foreground: .indexed(3)))
    }

    @Test(
        "a shipped theme needs fewer colour pairs than the smallest large terminal has", arguments: ShippedThemes.names)
    func pairs(_ name: String) throws {
        let theme = try ShippedThemes.library.theme(named: name)
        let surfaces: [Role?] = [nil, .cursor, .cursorIdle, .header, .selection]
        let pairs = Role.allCases.flatMap { role in
            surfaces.map { surface in
                let style = theme.style(role, surface: surface, depth: .indexed256)
                return [style.foreground, style.background]
            }
        }
        #expect(Set(pairs).count < 256)
    }
}
