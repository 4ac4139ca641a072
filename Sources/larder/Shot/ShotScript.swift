import FeatureModel
import Operations
import TextCanvas

/// A script that takes pictures: a head of `name: value` lines, then one step a line. `#` begins a remark.
///
/// ```
/// size: 80x24
/// caption: The jobs in trouble stand first.
///
/// wait idle
/// key down down enter
/// wait idle
/// expect "ing-7f3a"
/// shot job-detail
/// ```
struct ShotScript {
    /// A step and the line it stands on.
    struct Line {
        let number: Int
        let step: ShotStep
    }

    /// What to call the script in messages.
    let file: String
    /// The name of the picture that is taken at the end, when none was taken before.
    let name: String
    /// What the head says.
    private(set) var settings = ShotSettings()
    /// The steps.
    private(set) var lines: [Line] = []

    private static let settingNames: Set<String> = [
        "size", "theme", "glyphs", "color", "clock", "fixture", "open", "caption", "alt",
    ]

    /// Reads a script.
    ///
    /// - Parameters:
    ///   - text: its text.
    ///   - file: what to call it in messages; the last part without `.keys` is the script's name.
    /// - Throws: ``ShotError`` with the line.
    init(_ text: String, file: String) throws(ShotError) {
        self.file = file
        name = String((file.split(separator: "/").last ?? "shot").prefix { $0 != "." })
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = raw.drop { $0 == " " }
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            do throws(ShotSettingFault) {
                if let (name, value) = Self.setting(line), lines.isEmpty {
                    try settings.set(name, value)
                } else {
                    lines.append(Line(number: index + 1, step: try ShotStep(String(line))))
                }
            } catch {
                throw ShotError(.invalid, at: .init(file: file, line: index + 1), error.message)
            }
        }
    }

    /// Replaces settings by what the command line says.
    mutating func override(_ change: (inout ShotSettings) throws(ShotSettingFault) -> Void) throws(ShotError) {
        do throws(ShotSettingFault) {
            try change(&settings)
        } catch {
            throw ShotError(.invalid, error.message)
        }
    }

    private static func setting(_ line: Substring) -> (String, String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let name = String(line[..<colon])
        guard settingNames.contains(name) else { return nil }
        return (name, String(line[line.index(after: colon)...].drop { $0 == " " }))
    }
}
