public import TextCanvas

/// Measures whether a theme can be read: contrast of every role against what lies under it, and whether the states
/// that matter most differ for people with a colour deficit.
///
/// Measured twice, in exact colours and in the nearest of 256, because most terminals show the latter. Colours that
/// the terminal decides (the first 16 and `default`) cannot be measured and become notes.
public struct ThemeCheck: Sendable {
    /// One thing that the check found.
    public struct Finding: Sendable, Hashable {
        /// How much it matters.
        public enum Severity: Sendable, Hashable {
            /// The theme does not pass.
            case failure
            /// Worth knowing.
            case note
        }

        /// How much it matters.
        public var severity: Severity
        /// The role concerned.
        public var role: Role
        /// What was found, as one sentence.
        public var message: String
    }

    /// The contrast that text needs (WCAG 2 AA).
    public static let textContrast = 4.5
    /// The contrast that states and graphics need (WCAG 2 AA); a glyph and a word always stand beside the colour.
    public static let stateContrast = 3.0
    /// What is left for rules and suggestions on the cursor's row.
    static let leastContrast = 2.0
    /// The distance in OKLab from which two states count as different.
    static let leastDistance = 0.06

    /// Everything found, failures first.
    public let findings: [Finding]

    /// True when there is no failure.
    public var isPassing: Bool { !findings.contains { $0.severity == .failure } }

    /// Checks a theme.
    public init(_ theme: Theme) {
        var found: [Finding] = []
        for role in Role.allCases where role != .background {
            if theme.definition.roles[role] == nil {
                found.append(
                    Finding(severity: .note, role: role, message: "\(role) is not defined; it looks like text"))
            }
            found += Self.contrast(of: role, in: theme)
        }
        found += Self.confusions(in: theme)
        findings = found.filter { $0.severity == .failure } + found.filter { $0.severity == .note }
    }

    // MARK: Contrast

    /// The contrast ratio of a role on a surface; nil when the terminal decides one of the colours.
    ///
    /// - Parameters:
    ///   - role: the role of the text.
    ///   - surface: the role that lends the background; nil for the role's own.
    ///   - depth: exact colours, or the nearest of 256.
    ///   - theme: the theme to measure.
    public static func contrast(
        of role: Role, on surface: Role? = nil, depth: ColorDepth = .trueColor, in theme: Theme
    ) -> Double? {
        let style = theme.style(role, surface: surface, depth: depth)
        guard let front = known(style.foreground), let back = known(style.background) else { return nil }
        return front.contrast(with: back)
    }

    private static func contrast(of role: Role, in theme: Theme) -> [Finding] {
        let needed = neededContrast(of: role)
        // On the cursor's row the letters are what they are elsewhere; one step less is accepted there.
        let places: [(surface: Role?, needed: Double)] = [
            (nil, needed), (.cursor, needed == textContrast || isState(role) ? stateContrast : leastContrast),
        ]
        var findings: [Finding] = []
        for (surface, needed) in places {
            for depth in [ColorDepth.trueColor, .indexed256] {
                guard let ratio = contrast(of: role, on: surface, depth: depth, in: theme) else {
                    continue
                }
                if ratio < needed {
                    findings.append(lowContrast(role, surface, depth, ratio: ratio, needed: needed))
                }
            }
        }
        if contrast(of: role, in: theme) == nil {
            findings.append(
                Finding(severity: .note, role: role, message: "\(role) depends on the colours of the terminal"))
        }
        return findings
    }

    private static func lowContrast(
        _ role: Role, _ surface: Role?, _ depth: ColorDepth, ratio: Double, needed: Double
    ) -> Finding {
        let place = surface.map { " on \($0)" } ?? ""
        let colors = depth == .trueColor ? "" : " in 256 colours"
        return Finding(
            severity: .failure, role: role,
            message: "\(role)\(place) has a contrast of \(rounded(ratio)):1\(colors); it needs \(rounded(needed)):1")
    }

    private static func neededContrast(of role: Role) -> Double {
        switch role {
        case .faint, .ghost, .axis: stateContrast
        default: isState(role) ? stateContrast : textContrast
        }
    }

    private static func isState(_ role: Role) -> Bool {
        switch role {
        case .ok, .busy, .wait, .paused, .ending, .warn, .error, .ended, .unknown, .added, .changed, .removed,
            .series1, .series2, .series3, .series4, .limit, .low, .mid, .high:
            true
        default: false
        }
    }

    private static func known(_ color: TerminalColor) -> RGBColor? {
        if case .indexed(0...15) = color { return nil }
        return TerminalPalette.appearance(of: color)
    }

    // MARK: Colour deficits

    /// The states that are told apart at a glance, from afar.
    private static let vitalStates: [Role] = [.ok, .busy, .warn, .error]

    private static func confusions(in theme: Theme) -> [Finding] {
        var findings: [Finding] = []
        for vision in ColorVision.allCases {
            for (index, first) in vitalStates.enumerated() {
                for second in vitalStates[(index + 1)...] {
                    guard let distance = distance(first, second, vision: vision, in: theme),
                        distance < leastDistance
                    else { continue }
                    let message = "\(first) and \(second) look alike with \(vision.rawValue); make one lighter"
                    findings.append(Finding(severity: .failure, role: first, message: message))
                }
            }
        }
        return findings
    }

    /// How different two roles look; nil when the terminal decides one of the colours.
    static func distance(_ first: Role, _ second: Role, vision: ColorVision, in theme: Theme) -> Double? {
        guard let one = known(theme.style(first, depth: .trueColor).foreground),
            let other = known(theme.style(second, depth: .trueColor).foreground)
        else { return nil }
        return vision.seen(one).distance(to: vision.seen(other))
    }

    private static func rounded(_ value: Double) -> String {
        // Down, so that a ratio just below its limit does not read as if it met it.
        let tenths = Int(value * 10)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
