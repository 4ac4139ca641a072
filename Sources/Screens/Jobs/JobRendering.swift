import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension JobScreen {
    /// The columns of the feature sets' pane.
    static let setList = ListDescription<JobSetRow>(
        columns: [
            ListColumn("set", "FEATURE SET", width: .flexible(min: 14)) { row, _ in
                TableCell(row.id.description, .strong)
            },
            ListColumn("status", "STATUS", width: .fitting(min: 6, max: 14)) { row, _ in
                guard let status = row.summary?.record.status else { return TableCell("not registered", .error) }
                return TableCell(status.rawValue, status == .ready ? .ok : .wait)
            },
            ListColumn("rows", "ROWS/S", priority: .level(1), alignment: .right) { row, _ in
                row.measure.map { TableCell(CountText.rate($0.rowsPerSecond), .number) } ?? .none
            },
            ListColumn("lag50", "LAG p50", priority: .level(3), alignment: .right) { row, _ in
                row.measure.map { TableCell(LagText.of(milliseconds: $0.eventLag50), .time) } ?? .none
            },
            ListColumn("lag99", "LAG p99", priority: .level(1), alignment: .right) { row, _ in
                row.measure.map { TableCell(LagText.of(milliseconds: $0.eventLag99), .time) } ?? .none
            },
            ListColumn("missing", "MISSING %", priority: .level(2), alignment: .right) { row, _ in
                row.measure?.missingShare.map { TableCell(Self.percent($0), .number) } ?? .none
            },
            ListColumn("maxAge", "MAX AGE", priority: .level(4), alignment: .right) { row, _ in
                row.summary?.record.definition.maxAgeSeconds.map { TableCell(AgeText.describe(seconds: $0), .time) }
                    ?? .none
            },
            ListColumn("dead", "DEAD 24H", priority: .level(1), alignment: .right) { row, _ in
                guard let count = row.summary?.deadLetters24h else { return .none }
                return TableCell(CountText.grouped(count), count > 0 ? .warn : .number)
            },
            ListColumn("total", "TOTAL ROWS", priority: .level(4), alignment: .right) { row, _ in
                row.measure.map { TableCell(CountText.grouped($0.totalRows), .number) } ?? .none
            },
        ],
        emptyLines: ["No feature set goes into this store yet."])

    /// The columns of the partitions, in the pane of metrics.
    static let partitionList = ListDescription<JobPartitionRow>(
        columns: [
            ListColumn("partition", "PARTITION", alignment: .right, width: .fixed(10)) { row, _ in
                TableCell("\(row.id)", .strong)
            },
            ListColumn("lag", "BEHIND", alignment: .right, sortKey: { .number(Double($0.partition.lagRows)) }) {
                row, _ in
                TableCell(CountText.grouped(row.partition.lagRows), .number)
            },
            ListColumn("committed", "COMMITTED", priority: .level(2), alignment: .right) { row, _ in
                row.partition.committed.map { TableCell("\($0)", .number) } ?? .none
            },
            ListColumn("end", "END", priority: .level(2), alignment: .right) { row, _ in
                TableCell("\(row.partition.end)", .number)
            },
        ],
        emptyLines: ["Its source has one partition, or nothing was measured yet."])

    private static func percent(_ share: Double) -> String {
        let hundredths = Int((share * 10_000).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// The columns of the history's pane.
    static let historyList = ListDescription<JobEventRow>(
        columns: [
            ListColumn("time", "TIME", width: .fixed(20)) { row, _ in
                TableCell(WallTime(row.event.at).timestampText, .time)
            },
            ListColumn("change", "FROM > TO", width: .fitting(min: 9, max: 24)) { row, _ in
                let from = row.event.from.map { "\($0.rawValue) > " } ?? ""
                return TableCell(from + row.event.to.rawValue, row.event.to.role)
            },
            ListColumn("reason", "REASON", priority: .level(1), width: .flexible(min: 10)) { row, _ in
                TableCell(row.event.reason)
            },
            ListColumn("by", "BY", priority: .level(2), width: .fitting(min: 4, max: 20)) { row, _ in
                TableCell(row.event.by, .muted)
            },
        ],
        emptyLines: ["Its state did not change yet."])

    /// Draws overview and panes.
    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        if state.summary == nil, let problem = state.load.problem {
            ProblemText(problem).draw(into: &canvas, in: rect)
            return
        }
        let places = layout(state, in: rect)
        drawOverview(state, into: &canvas, in: places.overview, context)
        for pane in Pane.allCases { draw(pane, state, into: &canvas, places.panes[pane.rawValue], context) }
    }

    /// The body has a size.
    func resized(_ state: inout State, to body: Size, _ tier: SizeTier) {
        state.body = body
        state.tier = tier
        layOut(&state)
    }

    /// Tells the panes how high they are.
    func layOut(_ state: inout State) {
        let panes = layout(state, in: Rect(state.body)).panes.map { Size(columns: $0.body.width, rows: $0.body.height) }
        state.sets.resized(to: panes[Pane.sets.rawValue], state.tier)
        let metrics = panes[Pane.metrics.rawValue]
        state.partitions.resized(
            to: Size(columns: metrics.columns, rows: max(0, metrics.rows - Self.chartRows(metrics.columns))), state.tier
        )
        state.log.resized(to: panes[Pane.log.rawValue])
        state.history.resized(to: panes[Pane.history.rawValue], state.tier)
    }

    /// Where everything is.
    func layout(_ state: State, in rect: Rect) -> (overview: Rect, panes: [PaneLayout.Pane]) {
        let block = overview(state, now: WallTime(seconds: 0))
        let errorRows = errorLines(state, width: rect.width).count
        let wish = rect.height < 9 ? 1 : min(block.height(width: rect.width) + errorRows, rect.height / 2)
        let (overview, rest) = rect.splitTop(wish)
        let panes = PaneLayout(
            in: rest,
            wishes: [
                state.sets.rows.count + 1, metricsRows(state, width: rect.width), nil, state.history.rows.count + 1,
            ],
            focus: state.focus.rawValue)
        return (overview, panes.panes)
    }

    private func drawOverview(
        _ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext
    ) {
        guard state.summary != nil else {
            canvas.draw("reading...", at: Position(column: rect.column + 1, row: rect.row), role: .muted)
            return
        }
        var rest = rect
        for (row, text) in errorLines(state, width: rect.width).enumerated() where rest.height > 0 {
            let sign = row == 0 ? " \(context.glyphs.error) " : "   "
            canvas.draw(sign + text, at: Position(column: rest.column, row: rest.row), role: .error, width: rest.width)
            rest = rest.splitTop(1).rest
        }
        overview(state, now: context.now).draw(into: &canvas, in: rest, glyphs: context.glyphs)
    }

    private func errorLines(_ state: State, width: Int) -> [String] {
        guard let error = state.summary?.job.lastError else { return [] }
        return Array(TextFitting.wrapped(SafeText.escaped(error), to: max(10, width - 4)).prefix(2))
    }

    private func overview(_ state: State, now: WallTime) -> KeyValueBlock {
        guard let summary = state.summary else { return KeyValueBlock([]) }
        let job = summary.job
        let row = JobRow(summary: summary)
        let counters = job.counters
        return KeyValueBlock(
            [
                .init("status", "\(row.status) \(now.age(of: summary.statusSince))", row.role(now)),
                .init("rows/s", CountText.rate(summary.rowsPerSecond), .number),
                .init("lag", Self.lag(job), .time), .init("store", job.store.rawValue, .link),
                .init("heartbeat", Self.heartbeat(summary, now), summary.hasLostHeartbeat ? .error : .text),
                .init("worker", job.worker.map { "\($0.host) pid \($0.pid)" } ?? "none"),
                .init("source", job.source.type),
                .init("started", job.startedAt.map { WallTime($0).timestampText } ?? "-", .time),
                .init("read", CountText.grouped(counters.rowsRead), .number),
                .init("written", CountText.grouped(counters.rowsWritten), .number),
                .init(
                    "set aside",
                    "\(CountText.grouped(counters.rowsFailed)), ignored \(CountText.grouped(counters.rowsIgnored))",
                    counters.rowsFailed > 0 ? .warn : .text),
                .init(
                    "dead 24h", CountText.grouped(summary.deadLetters24h), summary.deadLetters24h > 0 ? .warn : .text),
            ] + (job.restarts == 0 ? [] : [.init("restarts", "\(job.restarts)")]), columnCount: 3)
    }

    private static func lag(_ job: Job) -> String {
        let time = job.lagSeconds.map { AgeText.describe(seconds: $0) }
        let rows = job.lagRows.map { CountText.of($0, "row") }
        let parts = [time, rows].compactMap(\.self)
        return parts.isEmpty ? "n/a (source gives none)" : parts.joined(separator: ", ")
    }

    private static func heartbeat(_ summary: JobSummary, _ now: WallTime) -> String {
        guard let heartbeat = summary.job.heartbeatAt else { return "-" }
        return "\(now.age(of: heartbeat)) ago" + (summary.hasLostHeartbeat ? ", LOST" : "")
    }

    private func draw(
        _ pane: Pane, _ state: State, into canvas: inout Canvas, _ place: PaneLayout.Pane, _ context: RenderContext
    ) {
        let isFocused = pane == state.focus
        if let rule = place.rule {
            TitleRule(
                left: title(of: pane, state), right: pane == .log ? state.log.note : [], isFocused: isFocused,
                isPane: true
            ).draw(into: &canvas, in: rule, glyphs: context.glyphs)
        }
        guard !place.body.isEmpty else { return }
        switch pane {
        case .sets:
            var list = ListView(state.sets, Self.setList)
            list.isFocused = isFocused
            list.draw(into: &canvas, in: place.body, context)
        case .metrics: drawMetrics(state, into: &canvas, in: place.body, context, isFocused: isFocused)
        case .log:
            state.log.draw(into: &canvas, in: place.body)
            if isFocused && canvas.cursor == nil {
                canvas.cursor = Position(column: place.body.column, row: place.body.row)
            }
        case .history:
            var list = ListView(state.history, Self.historyList)
            list.isFocused = isFocused
            list.draw(into: &canvas, in: place.body, context)
        }
    }

    private func title(of pane: Pane, _ state: State) -> [TextRun] {
        switch pane {
        case .sets: [TextRun("Feature sets", .title), TextRun(" [\(state.sets.rows.count)]", .muted)]
        case .metrics: [TextRun("Metrics", .title), TextRun("  30 min", .muted)]
        case .log: state.log.title
        case .history: [TextRun("History", .title), TextRun(" [\(state.history.rows.count)]", .muted)]
        }
    }
}
