internal import TextCanvas

/// How roles differ where there are no colours: the cursor's row, marks, headings and errors must still stand out.
enum MonochromeAttributes {
    /// The attributes of a role.
    static func of(_ role: Role) -> Attributes {
        switch role {
        case .cursor, .selection: .reverse
        case .dangerFocus: [.reverse, .bold]
        case .strong, .mark, .headerValue, .title, .crumbActive, .key, .prompt, .accent: .bold
        case .ending, .warn, .added, .danger, .limit, .high, .series1: .bold
        case .cursorIdle, .match, .link, .columnHead, .changed, .series3: .underline
        case .error, .columnSorted, .protected: [.bold, .underline]
        case .muted, .faint, .headerKey, .crumb, .ghost, .axis, .removed, .low, .series4: .dim
        case .wait, .paused, .ended, .unknown: .dim
        case .text, .background, .header, .keyLabel, .ok, .busy, .string, .number, .time, .boolean, .property,
            .series2, .mid:
            []
        }
    }
}
