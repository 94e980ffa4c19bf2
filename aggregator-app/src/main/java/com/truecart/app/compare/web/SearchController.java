package com.truecart.app.compare.web;

import com.truecart.app.compare.ProductSearch;
import com.truecart.app.compare.SearchAnswer;
import com.truecart.app.compare.SearchForm;
import com.truecart.search.Sort;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search page. */
@Controller
class SearchController {

    private final ProductSearch search;

    SearchController(ProductSearch search) {
        this.search = search;
    }

    @GetMapping("/search")
    String search(
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SearchAnswer answer = search.find(SearchForm.read(parameters));
        RecentSearches recent = RecentSearches.of(request);
        if (answer.total() > 0 && !answer.form().text().isBlank()) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    recent.with(answer.form().text()).header(request.isSecure()));
        }
        model.addAttribute("answer", answer);
        model.addAttribute("sorts", Sort.values());
        model.addAttribute("recent", recent.texts());
        return "compare/search";
    }

    /** Options for the search field, while somebody types; before that, what they searched for. */
    @GetMapping("/search/suggestions")
    String suggestions(
            @RequestParam(name = "q", defaultValue = "") String typed,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("recent", RecentSearches.of(request).begun(typed));
        model.addAttribute("suggestions", search.complete(typed));
        return "compare/suggestions :: options";
    }

    @PostMapping("/search/forget")
    String forget(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, new RecentSearches(List.of()).header(request.isSecure()));
        return "redirect:/search";
    }
}
