import ConsoleKit
import FeatureModel
import TextCanvas

extension ExportsScreen {
    /// The columns.
    static let list = ListDescription<ExportRow>(
        columns: [
            ListColumn("id", "ID", width: .fitting(min: 8, max: 24)) { row, _ in TableCell(row.id.rawValue, .strong) },
            ListColumn("status", "STATUS", width: .fitting(min: 7, max: 10)) { row, _ in
                TableCell(row.export.status.rawValue, row.export.status.role)
            },
            ListColumn("stage", "STAGE", priority: .level(1), width: .fitting(min: 5, max: 13)) { row, _ in
                TableCell(row.stage)
            },
            ListColumn("percent", "%", priority: .level(2), alignment: .right, width: .fitting(min: 3, max: 4)) {
                row, _ in TableCell(row.percent, .number)
            },
            ListColumn("rows", "ROWS", priority: .level(3), alignment: .right) { row, _ in
                TableCell(CountText.grouped(row.export.rowsDone), .number)
            },
            ListColumn("elapsed", "ELAPSED", priority: .level(2), alignment: .right) { row, now in
                row.elapsed(now).map { TableCell(AgeText.describe(seconds: $0), .time) } ?? .none
            },
            ListColumn("eta", "ETA", priority: .level(4), alignment: .right, hidesWhenEmpty: true) { row, now in
                TableCell(row.guess(now), .time)
            },
            ListColumn("features", "FEATURES", priority: .level(4), alignment: .right) { row, _ in
                TableCell("\(row.export.request.features.count)", .number)
            },
            ListColumn("output", "OUTPUT", priority: .level(3), width: .flexible(min: 12)) { row, _ in
                TableCell(row.outputName)
            },
            ListColumn("created", "CREATED", priority: .wideOnly) { row, _ in
                TableCell(WallTime(row.export.createdAt).timestampText, .time)
            },
        ],
        mark: { row, glyphs in row.export.status.mark(glyphs) },
        emptyLines: [
            "There is no export yet.",
            "+ asks for one: rows in, point-in-time correct values out.",
            "larder exports start --rows FILE --features SET:* --out FILE",
        ])

    /// Draws the list.
    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        ListView(state.list, Self.list).draw(into: &canvas, in: rect, context)
    }

    /// The keys of the list of exports.
    static let keys = Keymap([
        KeyBinding(
            .new, [.character("+"), .insert], label: "new",
            meaning: "ask for a new export; on a failed one, for the same again", hint: 20, changesServer: true),
        KeyBinding(
            .jobStop, [.character("X")], label: "cancel",
            meaning: "cancel the marked exports, or the one under the cursor",
            hint: 30, changesServer: true),
        KeyBinding(.logs, [.character("l")], label: "log", meaning: "the export's log", hint: 25),
        KeyBinding(.describe, [.character("d")], label: "describe", meaning: "the export's plan and progress"),
    ])

    /// The keys of the list of exports.
    var keymap: Keymap { Self.keys }
}
