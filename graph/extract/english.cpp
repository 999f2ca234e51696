// SPDX-License-Identifier: MIT
#include "graph/extract/english.hpp"

#include <algorithm>
#include <array>

#include "graph/extract/characters.hpp"
#include "graph/extract/words.hpp"

namespace dealgraph::extract {
bool has_phrase(std::string_view text, std::initializer_list<std::string_view> phrases) {
  constexpr std::size_t kMost = 1024;  // a sentence's worth without an allocation
  std::array<char, kMost> room;
  std::string more;
  if (text.size() > kMost)
    more = ascii_lower(text);
  else
    std::ranges::transform(text, room.begin(), [](char c) { return ascii_lower(c); });
  const std::string_view lower =
      text.size() > kMost ? std::string_view(more) : std::string_view(room.data(), text.size());
  return std::ranges::any_of(phrases, [&](std::string_view phrase) {
    for (std::size_t at = find_word(lower, phrase); at != std::string::npos;
         at = find_word(lower, phrase, at + 1)) {
      const bool begins = at == 0 || !is_word(character_before(lower, at).code);
      if (begins && !is_word(character_at(lower, at + phrase.size()).code)) return true;
    }
    return false;
  });
}

bool is_given_name(std::string_view word) {
  static const WordSet kNames = words_of_list(
      "Aaron Abdul Abdullah Abhijit Abhishek Adam Adrian Agnes Ahmed Aidan Aiden Ajay Akash "
      "Akio Akira Alain Alan Alasdair Alastair Albert Alberto Alejandro Aleksandr "
      "Alessandro Alex Alexander Alexandr Alexey Alexis Alfred Ali Alice Alicia Alison "
      "Alistair Allison Alok Alvin Amanda Amir Amit Amrita Amy Ana Anand Andre Andrea "
      "Andreas Andrei Andrej Andrew Andrey Andy Angela Angus Anil Anita Anjali Ann Anna "
      "Annabel Anne Anneliese Annette Anthony Antoine Anton Antonio Antony Anurag Aoife "
      "Arash Aravind Ariel Arjun Armin Arnaud Arnold Arthur Arun Arvind Ashish Ashley Ashok "
      "Ashwini Astrid Audrey Austin Avi Avril Axel Baptiste Barbara Bart Beatrice Becky Ben "
      "Benjamin Bernard Bernd Bernhard Beth Bettina Bill Bjorn Blake Bob Bogdan Boris Brad "
      "Brandon Brenda Brendan Brent Bret Brett Brian Bridget Bruce Bruno Bryan Caleb Callum "
      "Cameron Camille Carl Carla Carlos Carmen Carol Caroline Carolyn Carsten Catherine "
      "Cathy Cecilia Chad Charlene Charles Charlie Chloe Chris Christa Christian Christina "
      "Christine Christoph Christophe Christopher Christos Ciaran Cindy Claire Clara "
      "Claudia Clement Clive Cole Colin Connor Corinne Cory Craig Cristiano Curtis Cynthia "
      "Cyril Damian Damien Dan Dana Daniel Daniela Daphne Dario Darius Darren Dave David "
      "Davide Dean Debbie Deborah Deepak Demis Denis Denise Dennis Derek Deven Devin Dhivya "
      "Diana Didier Diego Dieter Dina Dinesh Dirk Dmitry Dominic Dominique Don Donald Donna "
      "Doris Dorothy Doug Douglas Drew Duncan Dustin Dylan Ed Eduardo Edward Edwin Eileen "
      "Elaine Elena Eli Elias Elisabeth Elizabeth Ellen Elliot Elliott Elon Elsa Emanuel "
      "Emil Emilie Emily Emma Emmanuel Emre Enrico Enrique Eoin Eric Erik Ernest Esther "
      "Ethan Eugene Eunice Eva Evan Evelyn Ezra Fabian Fabio Fabrice Faisal Farhad Fatima "
      "Federico Fei-Fei Felix Ferdinand Fernando Filip Fiona Flavio Florian Frances "
      "Francesca Francesco Francis Francisco Francois Frank Franz Fraser Fred Frederic "
      "Frederick Friedrich Gabriel Gabriele Gareth Garrett Gary Gaurav Gavin Geoffrey Georg "
      "George Georges Gerald Gerard Gerhard Giancarlo Gilles Gina Giorgio Giovanni Girish "
      "Giulia Glenn Gloria Grace Graham Greg Gregor Gregory Guido Guillaume Gunter Gustav "
      "Gustavo Gwen Hakan Hamish Hannah Hans Hans-Peter Harald Harish Harold Harry Harsh "
      "Harvey Hassan Heather Hector Heidi Heike Heinrich Heinz Helen Helena Helene Helmut "
      "Hendrik Henri Henry Herbert Herman Hideki Hiro Hiroshi Hitoshi Hock Holger Holly "
      "Horst Howard Hubert Hugo Hussein Ian Ibrahim Ignacio Igor Ilya Imogen Imran Ines "
      "Ingrid Irene Irina Isaac Isabel Isabella Ishbel Ivan Ivana Jaap Jack Jacob Jacques "
      "Jakob Jakub James Jamie Jan Jan-Erik Jane Janet Janine Jared Jason Javier Jay Jayesh "
      "Jean Jeanne Jeannette Jeff Jeffrey Jennifer Jenny Jens Jensen Jeremy Jeroen Jerome "
      "Jerry Jess Jessica Jessie Jill Jim Jitendra Joachim Joan Joanna Jochen Jodi Joe Joel "
      "Johan Johann Johanna Johannes John Johnny Jon Jonas Jonathan Jonny Jordan Jorge Jose "
      "Josef Joseph Josephine Josh Joshua Joyce Juan Juergen Jules Julia Julian Juliane "
      "Julie Julien Juliet Jurgen Justin Karen Karin Karl Karsten Kate Katherine Kathleen "
      "Kathryn Kathy Katie Katrina Katsuhiko Kaushik Kazuo Keiko Keith Kelvin Ken Kendra "
      "Kenji Kenneth Kerry Kevin Khaled Khalid Kim Kiran Kirsten Klaus Konrad Konstantin "
      "Kris Krishna Krishnan Kristen Kristian Kristin Kristina Kumar Kunal Kurt Kyle Larry "
      "Lars Laura Lauren Laurence Laurent Lawrence Lea Leah Leif Leila Lena Leo Leon "
      "Leonard Leonardo Leonid Leopold Leslie Liam Lidia Lily Linda Linus Lionel Lisa "
      "Lorenzo Lori Lorraine Lothar Louis Louise Luca Lucas Lucia Lucy Ludwig Luis Lukas "
      "Luke Lydia Lynn Mads Magnus Mahesh Malcolm Manish Manoj Manuel Marc Marcel Marcelo "
      "Marco Marcos Marcus Margaret Margot Marguerite Maria Marianne Marie Marina Mario "
      "Marion Marissa Marius Marjorie Mark Markus Marlene Marta Marten Martha Martin "
      "Martina Marvin Mary Masahiro Masayoshi Massimo Mathias Mathieu Mats Matt Matteo "
      "Matthew Matthias Maureen Maurice Mauro Max Maxim Maxime Maximilian Maya Megan Mehdi "
      "Melanie Melissa Michael Michaela Michel Michelle Miguel Mikael Mike Mikhail Minoru "
      "Mira Miriam Mitchell Mohamed Mohammad Mohammed Mohit Monica Moritz Morris Moshe "
      "Mukesh Murali Mustafa Myra Nabil Nadia Nadine Nancy Naoki Naomi Narendra Nassim Nat "
      "Natalia Natalie Natasha Nate Nathan Naveen Navin Neal Neil Nenad Niamh Nicholas Nick "
      "Nicola Nicolas Nicole Nigel Nikesh Nikhil Nikita Nikolai Nikolaus Nils Nina Nir "
      "Nitin Noah Noam Noel Noelle Nora Norbert Nuno Oded Odette Ofer Oleg Olga Oliver "
      "Olivier Omar Omid Oren Oscar Oskar Otto Pablo Padraig Paige Pamela Paolo Parag "
      "Pascal Pat Patricia Patrick Patrik Patti Paul Paula Pauline Paulo Pavel Pedram Pedro "
      "Peggy Percy Peter Petra Phil Philip Philipp Philippe Phillip Pierre Pietro Pinar "
      "Piyush Prakash Pranav Prashant Praveen Pritam Priya Puneet Quentin Quincy Rachel "
      "Rafael Raghu Rahul Rainer Raj Rajat Rajeev Rajesh Rajiv Ralf Ralph Ramesh Rami Ramon "
      "Randall Randy Raphael Rashid Raul Ravi Raymond Rebecca Rebekah Reinhard Rene Reza "
      "Rhian Rhys Ricardo Riccardo Richard Rick Rishi Rita Rob Robert Roberto Robin Rocco "
      "Rod Roderick Rodney Rodrigo Roger Rohan Rohit Roland Romain Roman Ron Ronald Roni "
      "Rory Rosa Rosemary Roshan Ross Roxanne Roy Ruben Rudolf Rupal Rupert Ruslan Russell "
      "Ruth Ryan Sabine Sabrina Sachin Sadie Saeed Safra Salim Salman Sam Samantha Samir "
      "Samuel Sandeep Sandra Sanjay Sanjit Santosh Sara Sarah Sarita Saskia Satoshi Satya "
      "Saul Sayed Scott Sean Sebastian Sebastien Selina Serena Serge Sergey Sergio Seth "
      "Shai Shane Shannon Shantanu Sharon Shaun Shawn Sheila Shelley Sherry Sheryl Shigeru "
      "Shinji Shirley Shiv Shlomo Shruti Shyam Siddharth Silvia Simon Simone Sina Siobhan "
      "Siva Sofia Sofie Sonia Sophia Sophie Soren Srinivas Stacey Stacy Stan Stefan Stefano "
      "Stella Sten Stephanie Stephen Steve Steven Stig Stuart Sudhir Sue Sumit Sundar Sunil "
      "Suresh Susan Susanna Susanne Suzanne Svein Sven Sylvain Sylvia Takeshi Tamara Tamas "
      "Tammy Tamsin Tanya Tara Tarek Tareq Taro Tatiana Ted Teresa Terry Tetsuya Thea Theo "
      "Theodore Theresa Thibault Thierry Thilo Thomas Thorsten Tiffany Tim Timothy Tina "
      "Tobias Toby Todd Tom Tommaso Tommy Toni Tony Torben Torsten Toshiya Tracy Travis "
      "Trevor Trey Troy Tsuyoshi Tyler Uday Udo Ulf Ulrich Umesh Uri Urs Ursula Uwe "
      "Valentin Valeria Valerie Vanessa Varun Vasant Venkat Vera Veronica Vicky Victor "
      "Victoria Vijay Vikram Viktor Viktoria Vincent Vincenzo Vineet Vinod Vishal Vitalik "
      "Vivek Vivian Vladimir Volker Wade Walid Wally Walter Wanda Wei Wendy Werner Whitney "
      "Wilfried Wilhelm Willem William Willy Winston Wolfgang Xavier Xiaohong Yael Yann "
      "Yannick Yasmin Yasuo Yekaterina Yevgeny Yoav Yoichi Yoshua Yossi Yousef Youssef Yuki "
      "Yulia Yuri Yusuf Yves Yvonne Zach Zachary Zain Zoe Zoltan");
  return kNames.contains(word);
}

}  // namespace dealgraph::extract
