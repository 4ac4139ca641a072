import ConsoleKit
import FeatureModel
import TextCanvas

extension JobScreen {
    /// Charts stand side by side from this width on.
    private static let widthOfTwo = 76

    /// The rows that the charts take.
    static func chartRows(_ width: Int) -> Int { width >= widthOfTwo ? 2 : 4 }

    /// The rows that the pane of metrics would like; partitions are shown when it has the focus.
    func metricsRows(_ state: State, width: Int) -> Int {
        let charts = Self.chartRows(width)
        guard state.focus == .metrics, !state.partitions.rows.isEmpty else { return charts }
        return charts + state.partitions.rows.count + 1
    }

    /// Draws the charts, and below them the partitions as far as there is room.
    func drawMetrics(
        _ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext, isFocused: Bool
    ) {
        let columns = rect.width >= Self.widthOfTwo ? 2 : 1
        let (charts, rest) = rect.splitTop(min(rect.height, Self.chartRows(rect.width)))
        for (index, chart) in JobChart.all(of: state.metrics).enumerated() where index / columns < charts.height {
            let width = charts.width / columns
            let place = Rect(
                column: charts.column + index % columns * width, row: charts.row + index / columns, width: width,
                height: 1)
            chart.draw(into: &canvas, in: place, context)
        }
        guard rest.height > 1, isFocused || !state.partitions.rows.isEmpty else { return }
        var list = ListView(state.partitions, Self.partitionList)
        list.isFocused = isFocused
        list.draw(into: &canvas, in: rest, context)
    }
}
