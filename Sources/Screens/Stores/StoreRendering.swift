import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension StoreScreen {
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
        let sizes = layout(state, in: Rect(state.body)).panes.map { Size(columns: $0.body.width, rows: $0.body.height) }
        state.subscriptions.resized(to: sizes[Pane.subscriptions.rawValue], state.tier)
        state.sets.resized(to: sizes[Pane.sets.rawValue], state.tier)
        state.jobs.resized(to: sizes[Pane.jobs.rawValue], state.tier)
        state.settings.resized(to: sizes[Pane.settings.rawValue], state.tier)
        state.facts.resized(to: sizes[Pane.facts.rawValue], state.tier)
        state.check.resized(to: sizes[Pane.check.rawValue], state.tier)
    }

    /// Where everything is.
    func layout(_ state: State, in rect: Rect) -> (overview: Rect, panes: [PaneLayout.Pane]) {
        let block = overview(state, WallTime(seconds: 0)).height(width: rect.width) + (hasError(state) ? 1 : 0)
        let wish = rect.height < 12 ? min(block, 1) : min(block, rect.height / 3)
        let (overview, rest) = rect.splitTop(wish)
        let wishes = [
            state.subscriptions.rows.count + 1, state.sets.rows.count + 1, state.jobs.rows.count + 1,
            state.settings.rows.count + 1, state.facts.rows.count + 1, max(2, state.check.rows.count + 1),
        ]
        return (overview, PaneLayout(in: rest, wishes: wishes, focus: state.focus.rawValue).panes)
    }

    private func hasError(_ state: State) -> Bool { state.summary?.health.error != nil }

    private func drawOverview(
        _ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext
    ) {
        guard let summary = state.summary else {
            canvas.draw("reading...", at: Position(column: rect.column + 1, row: rect.row), role: .muted)
            return
        }
        var rest = rect
        if let error = summary.health.error {
            let mark = summary.health.state.mark(context.glyphs)
            canvas.draw(
                [TextRun(" \(mark.glyph) ", mark.role), TextRun(error, mark.role)],
                at: Position(column: rect.column, row: rect.row), width: rect.width)
            rest = rect.splitTop(1).rest
        }
        overview(state, context.now).draw(into: &canvas, in: rest, glyphs: context.glyphs)
    }

    private func overview(_ state: State, _ now: WallTime) -> KeyValueBlock {
        guard let summary = state.summary else { return KeyValueBlock([.init("store", store.rawValue)]) }
        let row = StoreRow(summary: summary)
        let health = summary.health
        var pairs: [KeyValueBlock.Pair] = [
            .init("type", summary.type, .strong), .init("endpoint", summary.endpoint ?? "-"),
            .init(
                "latency", "\(LatencyText.of(health.latencyMilliseconds)), \(now.age(of: health.checkedAt)) ago", .time),
            .init("holds", row.holdings, .number), .init("rows/s", CountText.rate(summary.rowsPerSecond), .number),
            .init("jobs", "\(summary.jobsRunning) of \(summary.jobsTotal) run"),
            .init("defined", summary.definedAt ?? "in the registry"),
        ]
        pairs += summary.facts.map { .init($0.key, $0.value, FactRow(fact: $0).role) }
        pairs.append(.init("can", summary.capabilities.joined(separator: ", "), .muted))
        return KeyValueBlock(pairs, columnCount: 2)
    }

    private func draw(
        _ pane: Pane, _ state: State, into canvas: inout Canvas, _ place: PaneLayout.Pane, _ context: RenderContext
    ) {
        let isFocused = pane == state.focus
        if let rule = place.rule {
            TitleRule(left: title(of: pane, state), isFocused: isFocused, isPane: true)
                .draw(into: &canvas, in: rule, glyphs: context.glyphs)
        }
        guard !place.body.isEmpty else { return }
        switch pane {
        case .subscriptions: draw(state.subscriptions, Self.subscriptionList, isFocused, &canvas, place, context)
        case .sets: draw(state.sets, Self.setList, isFocused, &canvas, place, context)
        case .jobs: draw(state.jobs, Self.jobList, isFocused, &canvas, place, context)
        case .settings: draw(state.settings, Self.settingList, isFocused, &canvas, place, context)
        case .facts: draw(state.facts, Self.factList, isFocused, &canvas, place, context)
        case .check: drawCheck(state, isFocused, &canvas, place, context)
        }
    }

    private func draw<Row>(
        _ list: ListState<Row>, _ description: ListDescription<Row>, _ isFocused: Bool, _ canvas: inout Canvas,
        _ place: PaneLayout.Pane, _ context: RenderContext
    ) {
        var view = ListView(list, description)
        view.isFocused = isFocused
        view.draw(into: &canvas, in: place.body, context)
    }

    /// Before the first check, says how to make one.
    private func drawCheck(
        _ state: State, _ isFocused: Bool, _ canvas: inout Canvas, _ place: PaneLayout.Pane, _ context: RenderContext
    ) {
        guard state.check.load == .never else {
            draw(state.check, Self.checkList, isFocused, &canvas, place, context)
            return
        }
        let start = Position(column: place.body.column + 4, row: place.body.row)
        canvas.draw(
            [
                TextRun(context.keymap.keyName(for: .storeCheck) ?? ":store NAME check", .key),
                TextRun(" connects now, measures, and proves a write and a read", .muted),
            ], at: start, width: place.body.width - 5)
        if isFocused { canvas.cursor = start }
    }

    private func title(of pane: Pane, _ state: State) -> [TextRun] {
        switch pane {
        case .subscriptions: heading("Subscriptions", state.subscriptions)
        case .sets: heading("Feature sets", state.sets)
        case .jobs: heading("Jobs", state.jobs)
        case .settings: heading("Settings", state.settings)
        case .facts: heading("Facts", state.facts)
        case .check: [TextRun("Check", .title)]
        }
    }

    private func heading<Row>(_ name: String, _ list: ListState<Row>) -> [TextRun] {
        let count = list.shown.count == list.rows.count ? "" : "\(list.shown.count) of "
        return [TextRun(name, .title), TextRun(" [\(count)\(list.rows.count)]", .muted)]
    }
}
