package greenlight.runner.report;

import greenlight.runner.figure.Figure;
import greenlight.runner.figure.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One HTML page that needs nothing but itself: no script, no address that a browser would fetch. */
final class HtmlPage {
    private final StringBuilder body = new StringBuilder();
    private final List<String> contents = new ArrayList<>();
    private int tables;

    /** A cell of a table: numbers are aligned at the right. */
    record Cell(String html, boolean number) {
        static Cell of(String words) {
            return new Cell(escaped(words), false);
        }

        static Cell code(String word) {
            return new Cell(HtmlPage.code(word), false);
        }

        static Cell number(String words) {
            return new Cell(escaped(words), true);
        }
    }

    /** Text escaped for HTML. */
    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A name as in files; it may break after an underscore. */
    static String code(String word) {
        return "<code>" + escaped(word).replace("_", "_<wbr>") + "</code>";
    }

    /** Adds HTML as it is. */
    HtmlPage html(String html) {
        body.append(html).append('\n');
        return this;
    }

    /** Adds a paragraph of plain words. */
    HtmlPage words(String words) {
        return html("<p>" + escaped(words) + "</p>");
    }

    /** Begins a section that the contents name. */
    HtmlPage section(String id, String heading) {
        contents.add("<li><a href=\"#" + id + "\">" + escaped(heading) + "</a></li>");
        return html("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-heading\">\n<h2 id=\"" + id + "-heading\">"
                + escaped(heading) + "</h2>");
    }

    /** Ends it. */
    HtmlPage end() {
        return html("</section>");
    }

    /** Adds a table; the first cell of a row is its heading. */
    HtmlPage table(String caption, List<String> header, List<List<Cell>> rows) {
        tables++;
        html("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table-" + tables
                + "\">\n<table>\n<caption id=\"table-" + tables + "\">" + escaped(caption) + "</caption>\n<thead><tr>");
        for (int i = 0; i < header.size(); i++) {
            boolean number = !rows.isEmpty() && rows.get(0).get(i).number();
            html("<th scope=\"col\"" + (number ? " class=\"n\"" : "") + ">" + escaped(header.get(i)) + "</th>");
        }
        html("</tr></thead>\n<tbody>");
        for (List<Cell> row : rows) {
            body.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String kind = row.get(i).number() ? " class=\"n\"" : "";
                String tag = i == 0 ? "th" : "td";
                body.append('<')
                        .append(tag)
                        .append(i == 0 ? " scope=\"row\"" : "")
                        .append(kind)
                        .append('>');
                body.append(row.get(i).html()).append("</").append(tag).append('>');
            }
            body.append("</tr>\n");
        }
        return html("</tbody>\n</table>\n</div>");
    }

    /** Adds figures side by side where there is room, each with its numbers to download. */
    HtmlPage figures(List<? extends Figure> figures, int level) {
        if (figures.isEmpty()) {
            return this;
        }
        html("<div class=\"figures\">");
        for (Figure figure : figures) {
            String name = figure.caption().name();
            String heading = "h" + level;
            html("<figure id=\"" + name + "\">\n<figcaption><" + heading + ">"
                    + escaped(figure.caption().title()).replace("_", "_<wbr>") + "</" + heading + ">\n<p>"
                    + escaped(figure.caption().note()) + "</p></figcaption>");
            html(new Picture(figure).inPage());
            html("<p class=\"data\"><a download=\"" + name + ".csv\" href=\""
                    + data("text/csv", figure.data().text())
                    + "\">Data<span class=\"hidden\"> of the figure "
                    + escaped(figure.caption().title())
                    + "</span> (CSV)</a></p>\n</figure>");
        }
        return html("</div>");
    }

    /** A file inside an address. */
    static String data(String type, String text) {
        return "data:" + type + ";charset=utf-8,"
                + URLEncoder.encode(text, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2C", ",")
                        .replace("%3A", ":");
    }

    /**
     * The whole page.
     *
     * @param lead the paragraph under the title, as HTML
     */
    String whole(String title, String kind, String lead) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<title>" + escaped(title) + "</title>\n<style>\n" + style() + "</style>\n</head>\n<body>\n"
                + "<a class=\"skip\" href=\"#main\">Skip to the findings</a>\n<header>\n<p class=\"kind\">"
                + escaped(kind) + "</p>\n<h1>" + escaped(title) + "</h1>\n" + lead
                + "</header>\n<div class=\"columns\">\n<nav aria-label=\"Contents\">\n<ul>\n"
                + String.join("\n", contents) + "\n</ul>\n</nav>\n<main id=\"main\" tabindex=\"-1\">\n" + body
                + "</main>\n</div>\n</body>\n</html>\n";
    }

    private static String style() {
        try (InputStream css = HtmlPage.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css is not in the program.");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
