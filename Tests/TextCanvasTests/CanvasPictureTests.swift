import Testing

@testable import TextCanvas

@Suite("Pictures of a canvas")
struct CanvasPictureTests {
    private var picture: CanvasPicture {
        var canvas = Canvas(size: Size(columns: 6, rows: 1))
        canvas.draw("a<日", at: Position(column: 0, row: 0), role: .error)
        canvas.cursor = Position(column: 5, row: 0)
        return CanvasPicture(canvas, palette: .dark) { role, _ in
            role == .error
                ? TextStyle(foreground: .indexed(196), background: .rgb(red: 1, green: 2, blue: 3), attributes: .bold)
                : TextStyle()
        }
    }

    @Test("SVG has text as text and one rectangle per run of background")
    func svg() {
        let svg = picture.svg(title: "A & B")
        #expect(svg.contains("<title>A &amp; B</title>"))
        #expect(svg.contains("<rect x=\"8\" y=\"8\" width=\"33.6\" height=\"18\" fill=\"#010203\"/>"))
        #expect(svg.contains("fill=\"#ff0000\" font-weight=\"bold\" textLength=\"33.6\""))
        #expect(svg.contains(">a&lt;日</text>"))
        #expect(!svg.contains("script"))
        #expect(svg == picture.svg(title: "A & B"))
    }

    @Test("ANSI text selects each style once")
    func ansi() {
        #expect(picture.ansi() == "\u{1b}[0;1;38;5;196;48;2;1;2;3ma<日\u{1b}[0m  \u{1b}[0m\n")
    }

    @Test("the 256 colours are known")
    func palette() {
        let palette = PicturePalette.dark
        #expect(palette.resolved(.indexed(16), isBackground: false) == PicturePalette.Color(0, 0, 0))
        #expect(palette.resolved(.indexed(231), isBackground: false) == PicturePalette.Color(255, 255, 255))
        #expect(palette.resolved(.indexed(255), isBackground: false) == PicturePalette.Color(238, 238, 238))
        #expect(palette.resolved(.standard, isBackground: true) == palette.background)
    }
}
