internal import TextCanvas

extension ThemeDefinition {
    /// The default theme, compiled in so that the console can draw without any file; the same as `themes/dusk.yaml`.
    public static let dusk = ThemeDefinition(
        name: "dusk", appearance: .dark, palette: duskPalette, ansi16: duskOverrides, roles: duskRoles)

    private static let duskPalette: [String: TerminalColor] = [
        "ink": 0x1C1D26, "slate": 0x262A36, "hollow": 0x303442, "ridge": 0x3B4261, "ash": 0x767A90,
        "mist": 0xA8ABBD, "fog": 0xD0D2DC, "snow": 0xF0F0F5, "dawn": 0x87AFD7, "sky": 0x87D7FF, "teal": 0x5FB7D7,
        "moss": 0x87D7AF, "sage": 0xAFD7AF, "lavender": 0xAFAFD7, "iris": 0xAF87D7, "orchid": 0xD7AFD7,
        "rose": 0xE08AB4, "sand": 0xD7D7AF, "peach": 0xE0B48A, "amber": 0xFFD75F, "coral": 0xFF8787,
    ].mapValues { (hex: UInt32) in
        let color = RGBColor(hex: hex)
        return .rgb(red: color.red, green: color.green, blue: color.blue)
    }

    private static let duskOverrides: [String: TerminalColor] = [
        "ink": 0, "slate": 0, "hollow": 8, "ridge": 4, "ash": 8, "mist": 7, "fog": 7, "snow": 15, "dawn": 14,
        "sky": 14, "teal": 6, "moss": 10, "sage": 2, "lavender": 7, "iris": 5, "orchid": 13, "rose": 5, "sand": 3,
        "peach": 3, "amber": 11, "coral": 9,
    ].mapValues { (index: UInt8) in .indexed(index) }

    private static let duskRoles: [Role: RoleDefinition] = [
        .text: paint("fog"),
        .background: paint(nil, on: "ink"),
        .muted: paint("mist"),
        .faint: paint("ash"),
        .strong: paint("snow", .bold),
        .accent: paint("dawn"),
        .link: paint("sky", .underline),
        .cursor: paint("snow", on: "ridge", .bold),
        .cursorIdle: paint("fog", on: "hollow"),
        .mark: paint("amber", .bold),
        .match: paint("amber", .underline),
        .selection: paint("ink", on: "dawn"),
        .header: paint("fog", on: "slate"),
        .headerKey: paint("mist", on: "slate"),
        .headerValue: paint("snow", on: "slate", .bold),
        .title: paint("dawn", .bold),
        .columnHead: paint("mist", .bold),
        .columnSorted: paint("sky", .bold),
        .crumb: paint("mist"),
        .crumbActive: paint("dawn", .bold),
        .key: paint("peach", .bold),
        .keyLabel: paint("mist"),
        .prompt: paint("snow", .bold),
        .ghost: paint("ash"),
        .ok: paint("moss"),
        .busy: paint("teal"),
        .wait: paint("lavender"),
        .paused: paint("sand"),
        .ending: paint("rose"),
        .warn: paint("amber"),
        .error: paint("coral", .bold),
        .ended: paint("mist"),
        .unknown: paint("iris"),
        .added: paint("moss"),
        .changed: paint("amber"),
        .removed: paint("coral"),
        .danger: paint("coral", .bold),
        .dangerFocus: paint("ink", on: "coral", .bold),
        .protected: paint("ink", on: "peach", .bold),
        .string: paint("sage"),
        .number: paint("peach"),
        .time: paint("dawn"),
        .boolean: paint("orchid"),
        .property: paint("lavender"),
        .series1: paint("dawn"),
        .series2: paint("peach"),
        .series3: paint("moss"),
        .series4: paint("orchid"),
        .axis: paint("ash"),
        .limit: paint("coral"),
        .low: paint("moss"),
        .mid: paint("amber"),
        .high: paint("coral"),
    ]

    private static func paint(
        _ foreground: String?, on background: String? = nil, _ attributes: Attributes = []
    ) -> RoleDefinition {
        RoleDefinition(
            foreground: foreground.map { .named($0) }, background: background.map { .named($0) },
            attributes: attributes)
    }
}
