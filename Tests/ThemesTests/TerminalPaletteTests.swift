import Testing
import TextCanvas

@testable import Themes

@Suite("Colours")
struct TerminalPaletteTests {
    @Test("the palette has the cube and the greys of xterm")
    func palette() {
        #expect(TerminalPalette.all.count == 256)
        #expect(TerminalPalette.all[16] == RGBColor(hex: 0x000000))
        #expect(TerminalPalette.all[110] == RGBColor(hex: 0x87AFD7))
        #expect(TerminalPalette.all[231] == RGBColor(hex: 0xFFFFFF))
        #expect(TerminalPalette.all[232] == RGBColor(hex: 0x080808))
        #expect(TerminalPalette.all[255] == RGBColor(hex: 0xEEEEEE))
    }

    @Test("each of the upper 240 colours is nearest to itself", arguments: 16..<256)
    func identity(_ index: Int) {
        let color = TerminalPalette.all[index]
        #expect(TerminalPalette.all[Int(TerminalPalette.nearestOf256(to: color))] == color)
    }

    @Test("nearness is as the eye sees it")
    func nearest() {
        #expect(TerminalPalette.nearestOf256(to: RGBColor(hex: 0x1C1D26)) == 234)
        #expect(TerminalPalette.nearestOf16(to: RGBColor(hex: 0xFF2020)) == 9)
        #expect(TerminalPalette.nearestOf16(to: RGBColor(hex: 0x808080)) == 8)
    }

    @Test("the background of a terminal tells dark from light")
    func appearance() {
        #expect(ThemeAppearance(background: .rgb(red: 0x1C, green: 0x1D, blue: 0x26)) == .dark)
        #expect(ThemeAppearance(background: .rgb(red: 0xFD, green: 0xF6, blue: 0xE3)) == .light)
        #expect(ThemeAppearance(background: .standard) == nil)
        #expect(ThemeAppearance(background: nil) == nil)
    }

    @Test("contrast is that of WCAG 2")
    func contrast() {
        #expect(RGBColor(hex: 0x000000).contrast(with: RGBColor(hex: 0xFFFFFF)) == 21)
        #expect(abs(RGBColor(hex: 0x777777).contrast(with: RGBColor(hex: 0xFFFFFF)) - 4.478) < 0.001)
        #expect(RGBColor(hex: 0x123456).contrast(with: RGBColor(hex: 0x123456)) == 1)
    }

    @Test("white, black and red have their published places in OKLab")
    func perceptual() {
        let white = OKLabColor(RGBColor(hex: 0xFFFFFF))
        #expect(abs(white.lightness - 1) < 0.001 && abs(white.greenRed) < 0.001 && abs(white.blueYellow) < 0.001)
        #expect(OKLabColor(RGBColor(hex: 0)).lightness == 0)
        let red = OKLabColor(RGBColor(hex: 0xFF0000))
        #expect(abs(red.lightness - 0.6279) < 0.001 && abs(red.greenRed - 0.2249) < 0.001)
    }
}
