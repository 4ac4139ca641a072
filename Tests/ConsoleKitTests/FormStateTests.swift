import ConsoleKit
import ScreenTestKit
import Testing
import TextCanvas

@Suite("A form's state")
struct FormStateTests {
    private enum Field: Hashable, Sendable { case rows, column, age, missing, header }

    private var form: FormState<Field> {
        FormState([
            .init(.rows, FormField("Entity rows", .fixed("labels.csv"))),
            .init(.column, FormField("Event time", .choice(["event_timestamp", "datetime"], selected: 0))),
            .init(
                .age, FormField("Max age", .text(TextLine("72h"), isSecret: false), note: "blank = declared", width: 8)),
            .init(.missing, FormField("Missing value", .radio(["null", "drop row"], selected: 0))),
            .init(.header, FormField("With header", .toggle(true))),
        ])
    }

    @Test("the focus goes round the fields that can be changed")
    func focus() {
        var form = form
        #expect(form.focus == .column)
        form.apply(.focusMoved(-1))
        #expect(form.focus == .header)
        form.apply(.focusMoved(1))
        #expect(form.focus == .column)
        form.apply(.fieldClicked(0))
        #expect(form.focus == .column)
    }

    @Test("typing edits text and picks options; it takes a problem away")
    func typing() {
        var form = form
        form.apply(.typed(.insert("d")))
        #expect(form.text(.column) == "datetime")
        form.setFocus(.age)
        form.setProblem("not a duration", of: .age)
        #expect(form.firstProblem == .age)
        form.apply(.typed(.backspace))
        #expect(form.text(.age) == "72" && form.firstProblem == nil)
        form.setFocus(.missing)
        form.apply(.typed(.right))
        #expect(form.selection(.missing) == 1)
        form.setFocus(.header)
        form.apply(.typed(.insert(" ")))
        #expect(!form.isOn(.header))
    }

    @Test("a form has its picture")
    func picture() {
        var form = form
        form.setFocus(.age)
        form.setProblem("not a duration: 72x", of: .age)
        var canvas = Canvas(size: Size(columns: 80, rows: 6))
        form.fields().draw(into: &canvas, in: canvas.bounds, glyphs: .ascii)
        GoldenScreen.expect(canvas, "form-80x6")
    }
}
