import Testing

@testable import TextCanvas

@Suite("A table")
struct TableTests {
    private let columns = [
        TableColumn("job", heading: "JOB", width: .flexible(min: 8)),
        TableColumn("status", heading: "STATUS", width: .fixed(9)),
        TableColumn("rows", heading: "ROWS/S", priority: .level(2), alignment: .right, width: .fixed(8)),
        TableColumn("lag", heading: "LAG99", priority: .level(1), alignment: .right, width: .fixed(6)),
        TableColumn("id", heading: "EXTERNAL", priority: .wideOnly, width: .fixed(10)),
    ]

    private func table(rows: Int = 3) -> Table {
        var table = Table(columns: columns, rowCount: rows, glyphs: .ascii) { row, id in
            switch id {
            case "job": TableCell("risk/very_long_name_of_job_\(row)", .strong)
            case "status": TableCell("RUNNING", .busy)
            case "rows": TableCell("18,40\(row)", .number)
            default: TableCell("\(row)s")
            }
        }
        table.mark = { _ in TableMark("*", .busy) }
        table.sort = SortOrder("lag", descending: true)
        return table
    }

    private func lines(_ table: Table, _ width: Int, _ height: Int = 4) -> [String] {
        var canvas = Canvas(size: Size(columns: width, rows: height))
        table.draw(into: &canvas, in: canvas.bounds)
        return canvas.textSnapshot.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("columns go by priority as the window gets narrow, and a mark says how many are hidden")
    func dropping() {
        var table = table()
        table.cursor = 1
        table.isMarked = { $0 == 1 || $0 == 2 }
        #expect(
            lines(table, 60) == [
                "    JOB                         STATUS       ROWS/S  LAG99v",
                "  * risk/very_lon~ame_of_job_0  RUNNING      18,400      0s",
                ">+* risk/very_lon~ame_of_job_1  RUNNING      18,401      1s",
                "+ * risk/very_lon~ame_of_job_2  RUNNING      18,402      2s", "",
            ])
        #expect(lines(table, 40)[0] == "    JOB             STATUS     LAG99v +1")
        #expect(lines(table, 40)[1] == "  * risk/ve~_job_0  RUNNING        0s")
        #expect(lines(table, 26)[0] == "    JOB       STATUS    +2")
    }

    @Test("scrolling sideways brings hidden columns, and wide mode the others")
    func scrolling() {
        var table = table()
        table.columnOffset = 1
        #expect(lines(table, 40)[0].contains("LAG99v"))
        table.columnOffset = 0
        table.isWide = true
        #expect(lines(table, 90)[0].contains("EXTERNAL"))
    }

    @Test("only the rows in view are asked for, however long the table is")
    func visibleOnly() {
        var asked: Set<Int> = []
        var table = Table(columns: columns, rowCount: 100_000, glyphs: .ascii) { row, _ in
            asked.insert(row)
            return TableCell("x")
        }
        table.top = 50_000
        _ = lines(table, 80, 11)
        #expect(asked == Set(50_000..<50_010))
    }

    @Test("any rectangle is drawn without a crash", arguments: [0, 1, 2, 3, 4, 5, 7, 12])
    func tiny(width: Int) {
        for height in 0...3 {
            var canvas = Canvas(size: Size(columns: width, rows: height))
            table().draw(into: &canvas, in: canvas.bounds)
            table().draw(into: &canvas, in: Rect(column: 1, row: 1, width: width, height: height))
            #expect(canvas.size.columns == width)
        }
    }

    @Test("a click finds its row and its heading")
    func clicks() {
        let table = table()
        let rect = Rect(column: 0, row: 2, width: 60, height: 6)
        #expect(table.row(at: Position(column: 5, row: 4), in: rect) == 1)
        #expect(table.row(at: Position(column: 5, row: 2), in: rect) == nil)
        #expect(table.row(at: Position(column: 5, row: 7), in: rect) == nil)
        #expect(table.heading(at: Position(column: 36, row: 2), in: rect) == "status")
    }
}
