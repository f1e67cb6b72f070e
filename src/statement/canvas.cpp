#include "statement/canvas.h"

#include <array>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

namespace yidan::statement {

// With a name for the linker: Canvas::Parts, which the header knows, has such members.
struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

namespace {

// The first of these that is there; the last one is whatever the machine has.
constexpr const char* kFonts = "WenQuanYi Micro Hei, Noto Sans CJK SC, Source Han Sans SC, sans-serif";

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

struct Colour {
  int red;
  int green;
  int blue;
};

// In the order of `Ink`.
constexpr std::array<Colour, 7> kColours{
    {{20, 20, 20}, {105, 105, 105}, {20, 70, 130}, {165, 40, 30}, {190, 198, 206}, {238, 243, 248}, {225, 233, 241}}};

PangoAlignment alignment(Align align) {
  if (align == Align::right) return PANGO_ALIGN_RIGHT;
  return align == Align::centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT;
}

}  // namespace

struct Canvas::Parts {
  std::string bytes;
  Owned<cairo_surface_t> surface;
  Owned<cairo_t> context;
  Owned<PangoLayout> layout;
  Owned<PangoFontDescription> font;
  bool has_chinese = false;

  void paint(Ink ink) const {
    const Colour& colour = kColours.at(static_cast<std::size_t>(ink));
    cairo_set_source_rgb(context.get(), colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
  }

  void set(std::string_view text, int width, const Face& face) const {
    pango_font_description_set_absolute_size(font.get(), face.size * PANGO_SCALE / 10.0);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), width * PANGO_SCALE / 10);
    pango_layout_set_alignment(layout.get(), alignment(face.align));
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  }
};

Canvas::Canvas(const std::string& title, Date made_on, Language language) : parts_(std::make_unique<Parts>()) {
  Parts& parts = *parts_;
  parts.surface.reset(cairo_pdf_surface_create_for_stream(append, &parts.bytes, kPageWidth / 10.0, kPageHeight / 10.0));
  cairo_pdf_surface_set_metadata(parts.surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
  const std::string instant = to_text(made_on) + "T00:00:00Z";
  cairo_pdf_surface_set_metadata(parts.surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, instant.c_str());
  parts.context.reset(cairo_create(parts.surface.get()));
  parts.layout.reset(pango_cairo_create_layout(parts.context.get()));
  parts.font.reset(pango_font_description_from_string(kFonts));
  PangoContext* pango = pango_layout_get_context(parts.layout.get());
  // What screens need would move letters by fractions that differ between machines.
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(pango, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(pango, FALSE);
  // Chinese shapes of characters that Chinese and Japanese share, in an English statement as well.
  pango_context_set_language(pango, pango_language_from_string(language == Language::zh ? "zh-cn" : "en"));
  pango_layout_context_changed(parts.layout.get());
  pango_layout_set_wrap(parts.layout.get(), PANGO_WRAP_WORD_CHAR);
  parts.set("医疗保障", kPageWidth, {});
  parts.has_chinese = pango_layout_get_unknown_glyphs_count(parts.layout.get()) == 0;
}

Canvas::~Canvas() = default;

int Canvas::width_of(std::string_view text, const Face& face) {
  parts_->set(text, kPageWidth, face);
  pango_layout_set_width(parts_->layout.get(), -1);
  int wide = 0;
  pango_layout_get_size(parts_->layout.get(), &wide, nullptr);
  return (wide * 10 + PANGO_SCALE - 1) / PANGO_SCALE;
}

int Canvas::height_of(std::string_view text, int width, const Face& face) {
  parts_->set(text, width, face);
  int high = 0;
  pango_layout_get_size(parts_->layout.get(), nullptr, &high);
  return (high * 10 + PANGO_SCALE - 1) / PANGO_SCALE;
}

void Canvas::text(int x, int y, int width, std::string_view text, const Face& face) {
  parts_->set(text, width, face);
  parts_->paint(face.ink);
  cairo_move_to(parts_->context.get(), x / 10.0, y / 10.0);
  pango_cairo_show_layout(parts_->context.get(), parts_->layout.get());
}

void Canvas::fill(const Box& box, Ink ink) {
  parts_->paint(ink);
  cairo_rectangle(parts_->context.get(), box.x / 10.0, box.y / 10.0, box.width / 10.0, box.height / 10.0);
  cairo_fill(parts_->context.get());
}

void Canvas::rule(int x, int y, int width) { fill({x, y, width, 5}, Ink::line); }

void Canvas::end_page() { cairo_show_page(parts_->context.get()); }

Result<std::string> Canvas::finish() {
  if (!parts_->has_chinese) {
    return std::unexpected(Error{ErrorCode::unavailable,
                                 {"本机没有中文字体，无法生成 PDF：请安装 fonts-wqy-microhei",
                                  "no font of this machine has Chinese characters: install fonts-wqy-microhei"},
                                 {}});
  }
  cairo_surface_finish(parts_->surface.get());
  const cairo_status_t status = cairo_surface_status(parts_->surface.get());
  if (status != CAIRO_STATUS_SUCCESS) {
    const std::string reason = cairo_status_to_string(status);
    return std::unexpected(
        Error{ErrorCode::unavailable, {"无法生成 PDF：" + reason, "the PDF could not be drawn: " + reason}, {}});
  }
  return std::move(parts_->bytes);
}

}  // namespace yidan::statement
