import FeatureModel
import Showcase
import TextCanvas

/// How a picture is taken: what stands in the head of a script, and can be said on the command line instead.
struct ShotSettings: Hashable {
    /// The window.
    var size = Size(columns: 80, rows: 24)
    /// The theme's name.
    var theme = "dusk"
    /// The marks.
    var glyphs = GlyphSet.Name.unicode
    /// The colours that the terminal pretends to have.
    var depth = ColorDepth.trueColor
    /// The time on the clock.
    var clock = ShowcaseScenario.usualTime
    /// The world that is shown.
    var scenario = ShowcaseScenario()
    /// The view to open on: `jobs`, `store redis-online`.
    var opening = "stores"
    /// What the picture shows, for people who see it.
    var caption = ""
    /// What the picture shows, for people who do not.
    var alt = ""

    /// Takes over a line `name: value` of a script's head, or an option.
    ///
    /// - Throws: what is wrong with it, in one sentence.
    mutating func set(_ name: String, _ value: String) throws(ShotSettingFault) {
        switch name {
        case "size": size = try Self.size(value)
        case "theme": theme = value
        case "glyphs":
            guard let known = GlyphSet.Name(rawValue: value) else {
                throw ShotSettingFault("glyphs are ascii or unicode, not \(value)")
            }
            glyphs = known
        case "color": depth = try Self.depth(value)
        case "clock":
            guard let time = Timestamp(rfc3339: value) else {
                throw ShotSettingFault("\(value) is no time; write 2020-06-04T12:04:31Z")
            }
            clock = time
        case "fixture":
            for word in value.split(separator: " ") { try setFixture(String(word)) }
        case "open": opening = value
        case "caption": caption = value
        case "alt": alt = value
        default:
            throw ShotSettingFault(
                "there is no setting \(name); there are size, theme, glyphs, color, clock, fixture, open, caption, alt")
        }
    }

    /// Reads `COLUMNSxROWS`.
    static func size(_ text: String) throws(ShotSettingFault) -> Size {
        let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...1000).contains(columns),
            (1...1000).contains(rows)
        else { throw ShotSettingFault("\(text) is no size; write columns x rows: 80x24") }
        return Size(columns: columns, rows: rows)
    }

    private static func depth(_ text: String) throws(ShotSettingFault) -> ColorDepth {
        switch text {
        case "true": .trueColor
        case "256": .indexed256
        case "16": .ansi16
        case "none": .none
        default: throw ShotSettingFault("color is true, 256, 16 or none, not \(text)")
        }
    }

    /// Reads one word of the fixture: `seed=7`, `empty`, `huge`, `read-only`, `as-of=TIME`, `down=STORE`.
    private mutating func setFixture(_ word: String) throws(ShotSettingFault) {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        let value = parts.count > 1 ? parts[1] : ""
        switch parts.first ?? "" {
        case "seed":
            guard let seed = UInt64(value) else { throw ShotSettingFault("\(word): a seed is a whole number") }
            scenario.seed = seed
        case "read-only": scenario.isReadOnly = true
        case "as-of":
            guard let time = Timestamp(rfc3339: value) else { throw ShotSettingFault("\(word): that is no time") }
            scenario.asOf = time
        case "down": scenario.downStores.insert(StoreName(value))
        case let name:
            guard let population = ShowcaseScenario.Population(rawValue: name) else {
                throw ShotSettingFault(
                    "there is no fixture \(word); there are seed=N, empty, huge, read-only, as-of=TIME, down=STORE")
            }
            scenario.population = population
        }
    }
}
