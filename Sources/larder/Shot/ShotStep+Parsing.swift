import FeatureModel
import TextCanvas

extension ShotStep {
    /// Reads a line of a script.
    ///
    /// - Throws: what is wrong with it, in one sentence.
    init(_ line: String) throws(ShotSettingFault) {
        let word = String(line.prefix { $0 != " " })
        let rest = String(line.dropFirst(word.count).drop { $0 == " " })
        switch word {
        case "type": self = .type(Self.unquoted(rest))
        case "key": self = .press(try Self.keys(rest))
        case "click": self = .click(try Self.position(rest))
        case "wait":
            guard rest == "idle" else { throw ShotSettingFault("the only thing to wait for is idle, not \(rest)") }
            self = .waitUntilIdle
        case "resize": self = .resize(try ShotSettings.size(rest))
        case "advance": self = .advance(try Self.duration(rest))
        case "expect" where rest.hasPrefix("no "): self = .expectAbsent(try Self.text(rest.dropFirst(3)))
        case "expect": self = .expect(try Self.text(rest[...]))
        case "net": self = try Self.network(rest)
        case "hold", "release": self = .hold(word == "hold")
        case "shot": self = try Self.shot(rest)
        default:
            throw ShotSettingFault(
                "there is no step \(word); there are type, key, click, wait idle, resize, advance, expect, net, hold, "
                    + "release, shot")
        }
    }

    private static func unquoted(_ text: String) -> String {
        text.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"") ? String(text.dropFirst().dropLast()) : text
    }

    private static func text(_ rest: Substring) throws(ShotSettingFault) -> String {
        let text = unquoted(String(rest))
        guard !text.isEmpty else { throw ShotSettingFault("expect needs a text: expect \"31 jobs\"") }
        return text
    }

    private static func keys(_ rest: String) throws(ShotSettingFault) -> [Key] {
        var keys: [Key] = []
        for name in rest.split(separator: " ") {
            guard let key = Key(name: String(name)) else {
                throw ShotSettingFault("there is no key \(name); keys are named enter, esc, pgdn, ctrl-l, F5, space, x")
            }
            keys.append(key)
        }
        guard !keys.isEmpty else { throw ShotSettingFault("key needs the name of a key: key enter") }
        return keys
    }

    private static func position(_ rest: String) throws(ShotSettingFault) -> Position {
        let numbers = rest.split(separator: " ").map { Int($0) }
        guard numbers.count == 2, let column = numbers[0], let row = numbers[1] else {
            throw ShotSettingFault("click needs a column and a row, counted from 0: click 10 5")
        }
        return Position(column: column, row: row)
    }

    private static func duration(_ rest: String) throws(ShotSettingFault) -> Duration {
        guard let seconds = Quantity.value(of: rest), seconds >= 0, seconds < 1e9 else {
            throw ShotSettingFault("advance needs a time: advance 5s")
        }
        return .milliseconds(Int64(seconds * 1000))
    }

    private static func network(_ rest: String) throws(ShotSettingFault) -> ShotStep {
        let words = rest.split(separator: " ").map(String.init)
        guard let first = words.first, ["up", "down"].contains(first), words.count <= 2 else {
            throw ShotSettingFault("net takes up or down, and the name of a store: net down redis-online")
        }
        return .network(isUp: first == "up", words.dropFirst().first.map { StoreName($0) })
    }

    private static func shot(_ rest: String) throws(ShotSettingFault) -> ShotStep {
        let name = String(rest.prefix { $0 != " " })
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
            throw ShotSettingFault("shot needs a name of letters, digits and -: shot job-detail")
        }
        return .shoot(name: name, caption: unquoted(String(rest.dropFirst(name.count).drop { $0 == " " })))
    }
}
