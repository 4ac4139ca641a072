import TextCanvas

/// The band at the top: where the operator is, how the stores are, what time it is.
struct HeaderView {
    /// Columns of each block of the header with four rows.
    private static let blockWidth = 38

    let facts: HeaderFacts
    let now: WallTime
    /// How often the view refreshes; nil for only when asked.
    let interval: Duration?

    /// Draws the band in one, two or four rows.
    func draw(into canvas: inout Canvas, in rect: Rect, _ tier: SizeTier, hints: HintLine) {
        canvas.fill(rect, role: .header)
        switch tier {
        case .extraLarge: drawFour(into: &canvas, in: rect, hints)
        case .large:
            drawOne(into: &canvas, in: rect.splitTop(1).top, endpoints: [])
            drawRuns(
                Self.whole(endpointRuns(detailed: true), in: rect.width - 2), into: &canvas, in: rect.splitTop(1).rest)
        default: drawOne(into: &canvas, in: rect, endpoints: endpointRuns(detailed: false))
        }
        canvas.setSurface(.header, in: rect)
    }

    /// The name, as it is drawn everywhere.
    var nameRun: TextRun { TextRun(facts.name, facts.isProtected ? .protected : .headerValue) }

    /// The endpoints, the most troubled first.
    var troubledFirst: [EndpointHealth] {
        facts.endpoints.enumerated().sorted { left, right in
            left.element.condition == right.element.condition
                ? left.offset < right.offset : left.element.condition > right.element.condition
        }.map(\.element)
    }

    /// The mode: `RW` or `RO`.
    var modeRun: TextRun { TextRun(facts.isReadOnly ? "RO" : "RW", facts.isReadOnly ? .warn : .headerValue) }

    private var clockText: String { now.timeOfDay + "Z" }

    private var intervalText: String {
        interval.map { "every " + DurationText.compact($0) } ?? "manual"
    }

    private func drawOne(into canvas: inout Canvas, in rect: Rect, endpoints: [[TextRun]]) {
        let project = facts.project.isEmpty ? [] : [TextRun(" > ", .headerKey), TextRun(facts.project, .headerValue)]
        var right = [modeRun, TextRun("  " + intervalText, .headerKey), TextRun("  " + clockText, .headerValue)]
        if let asOf = facts.asOf { right.insert(TextRun("as of \(asOf)  ", .warn), at: 0) }
        if rect.width < 72 { right.removeAll { $0.text.hasSuffix(intervalText) } }
        let rightWidth = right.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) }
        let left = [nameRun] + project + [TextRun("   ")]
        let taken = left.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) }
        let room = rect.width - rightWidth - 4
        let shown = left + Self.whole(endpoints, in: room - taken)
        canvas.draw(shown, at: Position(column: rect.column + 1, row: rect.row), width: room)
        canvas.draw(right, at: Position(column: max(rect.column, rect.endColumn - 1 - rightWidth), row: rect.row))
    }

    private func drawRuns(_ runs: [TextRun], into canvas: inout Canvas, in rect: Rect) {
        canvas.draw(runs, at: Position(column: rect.column + 1, row: rect.row), width: rect.width - 2)
    }

    /// The parts that fit whole, and how many do not: half a name tells nothing.
    private static func whole(_ parts: [[TextRun]], in room: Int) -> [TextRun] {
        var shown = parts
        func width() -> Int {
            shown.reduce(shown.count < parts.count ? 3 : 0) { sum, part in
                sum + part.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) }
            }
        }
        while width() > room + 2, !shown.isEmpty { shown.removeLast() }
        let hidden = parts.count - shown.count
        return shown.flatMap(\.self) + (hidden > 0 ? [TextRun("+\(hidden)", .headerKey)] : [])
    }

    private func endpointRuns(detailed: Bool) -> [[TextRun]] {
        troubledFirst.map { health -> [TextRun] in
            let detail = detailed && !health.detail.isEmpty ? [TextRun(" " + health.detail, .headerKey)] : []
            return [TextRun(health.name + " ", .headerKey), health.condition.run] + detail + [TextRun("  ")]
        }
    }

    private func drawFour(into canvas: inout Canvas, in rect: Rect, _ hints: HintLine) {
        let protection = facts.isProtected ? [TextRun("  PROTECTED", .protected)] : []
        let rows: [[TextRun]] = [
            label("context") + [nameRun] + protection,
            label("project") + [TextRun(facts.project.isEmpty ? "all" : facts.project, .headerValue)],
            label("mode") + [modeRun, TextRun("  " + intervalText, .headerKey)],
            label("clock") + clockRuns(in: Self.blockWidth - 9),
        ]
        for (offset, row) in rows.enumerated() where offset < rect.height {
            canvas.draw(row, at: Position(column: rect.column + 1, row: rect.row + offset), width: Self.blockWidth)
        }
        drawEndpoints(into: &canvas, Rect(column: rect.column + 40, row: rect.row, width: 36, height: rect.height))
        let rest = Rect(column: rect.column + 78, row: rect.row, width: rect.width - 78, height: rect.height)
        hints.drawColumns(into: &canvas, in: rest)
    }

    /// The clock, and the time that replaces it; that one alone where both have no room.
    private func clockRuns(in room: Int) -> [TextRun] {
        let clock = TextRun(clockText, .headerValue)
        guard let asOf = facts.asOf else { return [clock] }
        let replacement = TextRun("as of \(asOf)", .warn)
        let width = DisplayWidth.columns(of: clock.text) + 2 + DisplayWidth.columns(of: replacement.text)
        return width <= room ? [clock, TextRun("  "), replacement] : [replacement]
    }

    private func label(_ text: String) -> [TextRun] {
        [TextRun(TextFitting.fitted(text, to: 9, mark: ""), .headerKey)]
    }

    private func drawEndpoints(into canvas: inout Canvas, _ rect: Rect) {
        for (offset, health) in troubledFirst.prefix(rect.height).enumerated() {
            let name = TextFitting.fitted(health.name, to: 13, mark: "~")
            let runs = [
                TextRun(name + " ", .headerKey), health.condition.run, TextRun(" " + health.detail, .headerKey),
            ]
            canvas.draw(runs, at: Position(column: rect.column, row: rect.row + offset), width: rect.width)
        }
        guard troubledFirst.count > rect.height, rect.height > 0 else { return }
        let hidden = "+\(troubledFirst.count - rect.height)"
        canvas.draw(hidden, at: Position(column: rect.endColumn - hidden.count, row: rect.endRow - 1), role: .headerKey)
    }
}

extension EndpointHealth.Condition {
    /// The condition in a word; what is wrong is written large.
    var run: TextRun {
        switch self {
        case .up: TextRun("up", .ok)
        case .unknown: TextRun("?", .unknown)
        case .slow: TextRun("SLOW", .warn)
        case .degraded: TextRun("DEGRADED", .warn)
        case .down: TextRun("DOWN", .error)
        }
    }
}
